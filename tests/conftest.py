"""What every test runs in: its own data folder, the static files as production serves them, repeatable examples."""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

PROJECT = Path(__file__).resolve().parent.parent
# Whatever a developer's shell says about their own archive is none of the tests' business.
ENVIRONMENT = ("SITE_ORIGIN", "SECRET_KEY", "DATABASE_URL", "READ_ONLY", "CONTACT_EMAIL")

# The same examples on every machine; `pytest --hypothesis-profile=default` looks for new ones.
hypothesis_settings.register_profile("repeatable", derandomize=True, deadline=None, print_blob=True)
hypothesis_settings.load_profile("repeatable")


def pytest_configure(config):
    """Point the settings at a folder of this run and at collected static files, before anything reads them."""
    from django.conf import settings

    if not hasattr(config, "workerinput"):  # the workers of pytest-xdist inherit all this
        if settings.configured:
            raise pytest.UsageError("Unset DJANGO_SETTINGS_MODULE: the tests prepare the environment first.")
        for name in ENVIRONMENT:
            os.environ.pop(name, None)
        os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="archive-tests-")
        os.environ["STATIC_ROOT"] = str(_collected(config))
        os.environ["LEXICON"] = str(_prepared_lexicon(config))
        os.environ["DJANGO_SETTINGS_MODULE"] = "archive.settings"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_unconfigure(config):
    """Remove the folder of this run."""
    if not hasattr(config, "workerinput"):
        shutil.rmtree(os.environ["DATA_DIR"], ignore_errors=True)


def _prepared_lexicon(config):
    """Return a folder with the dictionary of the aligner, prepared once for all runs; their data folders copy it."""
    from interviews.bilingual.lexicon import Lexicon

    folder = config.cache.mkdir("lexicon")
    Lexicon.open(folder)
    shutil.copytree(folder, os.environ["DATA_DIR"], dirs_exist_ok=True)
    return folder


def _collected(config):
    """Return a folder with the static files collected, made again only when a file that decides them changed."""
    digest = hashlib.sha256()
    decisive = [*PROJECT.glob("static/**/*"), *PROJECT.glob("archive/*.py"), PROJECT / "requirements.txt"]
    for path in sorted(path for path in decisive if path.is_file()):
        digest.update(str(path.relative_to(PROJECT)).encode() + b"\0" + path.read_bytes() + b"\0")
    cache = config.cache.mkdir("static")
    folder = cache / digest.hexdigest()[:16]
    if not folder.exists():
        making = tempfile.mkdtemp(dir=cache)
        environment = os.environ | {"STATIC_ROOT": making}
        command = [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity=0"]
        if subprocess.run(command, cwd=PROJECT, env=environment, check=False).returncode:
            shutil.rmtree(making)
            raise pytest.UsageError("The static files could not be collected; see above.")
        try:
            Path(making).rename(folder)  # at once, for another run may look at the same moment
        except OSError:
            shutil.rmtree(making)
        _forget_all_but(folder)
    return folder


def _forget_all_but(folder):
    newest_first = sorted(folder.parent.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in newest_first[4:]:
        shutil.rmtree(old, ignore_errors=True)


@pytest.fixture
def staff_client(client, django_user_model):
    """A browser in which an administrator is signed in."""
    administrator = django_user_model.objects.create_superuser("editor", "editor@archive.example", "a long password")
    client.force_login(administrator, backend="django.contrib.auth.backends.ModelBackend")
    return client
