"""The environment's few switches, each as an operator would set it."""


def test_tests_never_touch_the_data_of_a_developer(settings):
    assert settings.BASE_DIR not in settings.DATA_DIR.parents
    assert settings.STORAGES["staticfiles"]["BACKEND"] == "archive.staticfiles.BundledStaticFilesStorage"
