"""Style sheets as they are served: one file, named by its content, with everything that the sources import."""

import re

from django.contrib.staticfiles.storage import staticfiles_storage


def served(name):
    with staticfiles_storage.open(staticfiles_storage.stored_name(name)) as file:
        return file.read().decode()


def source(settings, name):
    return (settings.BASE_DIR / "static" / name).read_text()


def test_the_style_is_one_file_with_all_its_layers_in_order(settings):
    imports = re.findall(r'@import url\("([\w-]+\.css)"\) layer\((\w+)\);', source(settings, "css/site.css"))
    style = served("css/site.css")
    assert len(imports) > 3
    assert "@import" not in style
    starts = [
        style.index(f"@layer {layer} {{\n{source(settings, f'css/{name}').strip()[:200]}") for name, layer in imports
    ]
    assert starts == sorted(starts)


def test_a_served_file_is_named_by_its_content_and_compressed(settings):
    name = staticfiles_storage.stored_name("css/site.css")
    assert re.fullmatch(r"css/site\.[0-9a-f]{12}\.css", name)
    assert (settings.STATIC_ROOT / f"{name}.gz").exists()
    assert (settings.STATIC_ROOT / f"{name}.br").exists()
