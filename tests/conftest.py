"""What every test runs in: its own data folder, the static files as production serves them, repeatable examples."""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote, urlsplit
from uuid import uuid4

import psycopg
import pytest
from hypothesis import settings as hypothesis_settings

PROJECT = Path(__file__).resolve().parent.parent
# Whatever a developer's shell says about their own archive is none of the tests' business.
ENVIRONMENT = ("SITE_ORIGIN", "SECRET_KEY", "DATABASE_URL", "READ_ONLY", "CONTACT_EMAIL", "PAGE_MEMORY")
IN_A_DATABASE = {"db", "transactional_db", "live_server", "empty_database"}

# The same examples on every machine; `pytest --hypothesis-profile=default` looks for new ones.
hypothesis_settings.register_profile("repeatable", derandomize=True, deadline=None, print_blob=True)
hypothesis_settings.load_profile("repeatable")


def pytest_addoption(parser):
    """Let the suite run on PostgreSQL; without the option it runs on SQLite."""
    explained = "run what touches a database, outside a browser, on the PostgreSQL of DATABASE_URL"
    parser.addoption("--postgresql", action="store_true", help=explained)


def pytest_configure(config):
    """Point the settings at a folder of this run and at collected static files, before anything reads them."""
    from django.conf import settings

    if not hasattr(config, "workerinput"):  # the workers of pytest-xdist inherit all this
        if settings.configured:
            raise pytest.UsageError("Unset DJANGO_SETTINGS_MODULE: the tests prepare the environment first.")
        url = _postgresql() if config.option.postgresql else ""
        for name in ENVIRONMENT:
            os.environ.pop(name, None)
        if url:
            os.environ["DATABASE_URL"] = url
        os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="archive-tests-")
        os.environ["STATIC_ROOT"] = str(_collected(config))
        os.environ["PAGE_MEMORY"] = "0"  # what a test asks for twice is made twice; tests/test_keeping.py asks for it
        os.environ["LEXICON"] = str(_prepared_lexicon(config))
        os.environ["DJANGO_SETTINGS_MODULE"] = "archive.settings"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def _postgresql():
    """Return the address of the server that the tests make databases of their own on."""
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        raise pytest.UsageError("--postgresql needs a DATABASE_URL; `.ci/postgresql COMMAND` gives one to its command.")
    return url


@pytest.hookimpl(trylast=True)  # after the markers of tests/browser
def pytest_collection_modifyitems(config, items):
    """Choose the tests of this database.

    On PostgreSQL these are the ones that touch a database: the others were run with SQLite, and a browser cannot
    tell what answers it. A test of one of the two alone says so by the marker `sqlite` or `postgresql`.
    """
    foreign = "sqlite" if config.option.postgresql else "postgresql"
    chosen = [item for item in items if not item.get_closest_marker(foreign)]
    if config.option.postgresql:
        chosen = [item for item in chosen if _touches_a_database(item) and not item.get_closest_marker("browser")]
    if left := [item for item in items if item not in set(chosen)]:
        config.hook.pytest_deselected(items=left)
        items[:] = chosen


def _touches_a_database(item):
    return bool(item.get_closest_marker("django_db") or IN_A_DATABASE.intersection(item.fixturenames))


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


@pytest.fixture(scope="module")
def empty_database(request, tmp_path_factory):
    """The DATABASE_URL of a further database, without tables: for commands that run in processes of their own."""
    if not request.config.option.postgresql:
        yield f"sqlite:///{quote(str(tmp_path_factory.mktemp('database') / 'archive.sqlite3'))}"
        return
    server = os.environ["DATABASE_URL"]
    name = f"further_{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        yield urlsplit(server)._replace(path=f"/{name}").geturl()
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(autouse=True)
def index_as_empty_as_the_tables(request):
    """Empty the search index after a test without a transaction: Django empties the tables of models alone."""
    marker = request.node.get_closest_marker("django_db")
    lasting = {"transactional_db", "live_server"} & {*request.fixturenames}
    if not (lasting or (marker and marker.kwargs.get("transaction"))):
        yield
        return
    request.getfixturevalue("transactional_db")
    yield
    from interviews.indexing import generations

    for tables in [tables for generation in generations.every() for tables in generation.both]:
        for some in generations.all_keys(tables):
            generations.backend().remove(tables, some)


@pytest.fixture
def staff_client(client, django_user_model):
    """A browser in which an administrator is signed in."""
    administrator = django_user_model.objects.create_superuser("editor", "editor@archive.example", "a long password")
    client.force_login(administrator, backend="django.contrib.auth.backends.ModelBackend")
    return client
