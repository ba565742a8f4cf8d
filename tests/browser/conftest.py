"""A real browser, and the archive as `make run` serves it: gunicorn, collected static files, the sample articles."""

import os
import re
import shutil
import socket
import subprocess
import sys
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Page

PROJECT = Path(__file__).resolve().parent.parent.parent
LANGUAGES = ("zh-hans", "en")
# The first is Chromium without its windows, which cost a test more than its page does.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
WITHDRAW_ONE = "from tests import builders; builders.interview(slug='withdrawn-one', status='withdrawn')"


def pytest_collection_modifyitems(items):
    """Mark the tests of this folder, and run them last: Playwright's event loop keeps Django from its database."""
    here = Path(__file__).parent
    in_browser = [item for item in items if here in item.path.parents]
    for item in in_browser:
        item.add_marker("browser")
    items[:] = [item for item in items if item not in in_browser] + in_browser


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Launch the system's Chromium, which asks nobody for anything by itself."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    assert path, "No Chromium is in the PATH: run `make browser`, or set CHROMIUM."
    arguments = ["--disable-background-networking", "--disable-component-update", "--no-first-run"]
    if os.geteuid() == 0:
        arguments.append("--no-sandbox")  # Chromium's sandbox refuses to be root's
    return {**browser_type_launch_args, "executable_path": path, "args": arguments}


@pytest.fixture(scope="session")
def samples(tmp_path_factory):
    """The data folder of an archive that holds the sample articles; each archive that is served has a copy."""
    folder = tmp_path_factory.mktemp("samples")
    shutil.copytree(os.environ["LEXICON"], folder, dirs_exist_ok=True)
    _manage({"DATA_DIR": str(folder)}, "prepare", "--samples", "fixtures/articles")
    return folder


@pytest.fixture(scope="session")
def serving(samples, tmp_path_factory):
    """A way to serve the samples after some lines of Python have changed them."""

    @contextmanager
    def serve(change):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        address, folder = f"http://127.0.0.1:{port}", tmp_path_factory.mktemp("archive")
        shutil.copytree(samples, folder, dirs_exist_ok=True)
        own = {"DATA_DIR": str(folder), "SITE_ORIGIN": address, "PORT": str(port), "HOST": "127.0.0.1"}
        own |= {"WEB_CONCURRENCY": "1", "CONTACT_EMAIL": "a@archive.example"}
        _manage(own, "shell", "--no-imports", "-c", change)
        gunicorn = [sys.executable, "-m", "gunicorn", "--config", "archive/gunicorn.py"]
        with subprocess.Popen(gunicorn, cwd=PROJECT, env=os.environ | own, text=True, stdout=subprocess.PIPE) as server:
            assert address in server.stdout.readline(), "gunicorn did not start"
            yield address
            server.terminate()

    return serve


def _manage(own, *command):
    arguments = [sys.executable, "manage.py", *command]
    subprocess.run(arguments, cwd=PROJECT, env=os.environ | own, check=True, stdout=subprocess.PIPE)


@pytest.fixture(scope="session")
def origin(serving):
    """The address of an archive that holds the sample articles and one withdrawn interview."""
    with serving(WITHDRAW_ONE) as address:
        yield address


@pytest.fixture(scope="session")
def base_url():
    """Nothing: each test names the archive's address itself. (The plugin's own fixture is deprecated by pytest.)"""


@pytest.fixture(scope="session")
def paths(origin):
    """For each language, the path of every kind of public page; of interviews all, for their shapes differ."""
    return {language: list(_paths(origin, language)) for language in LANGUAGES}


@pytest.fixture(scope="session")
def kinds(paths):
    """For each language, the path of one page of every kind: of the interviews the one with the most in it."""
    further = re.compile(r"/[\w-]+/interviews/(?!iseh-2025)[\w-]+/")
    return {
        language: [path for path in found if "withdrawn" in path or not further.fullmatch(path)]
        for language, found in paths.items()
    }


def _paths(origin, language):
    home = f"/{language}/"
    yield from (home, f"{home}about/", f"{home}no-such-page/", f"{home}interviews/withdrawn-one/")
    yield from (f"{home}years/", f"{home}years/2025/", f"{home}search/", f"{home}search/?q=CAR-T")
    yield from (f"{home}search/?q=xyzzy", f"{home}search/concordance/?q=CAR-T")
    for section in ("interviews", "speakers", "conferences", "topics", "terms"):
        index = f"{home}{section}/"
        with urllib.request.urlopen(origin + index) as response:
            found = sorted(set(re.findall(rf'href="({index}[\w-]+/)"', response.read().decode())))
        assert found, f"{index} links to nothing"
        yield index
        yield from found if section == "interviews" else found[:1]
        if section == "interviews":
            yield from (f"{found[0]}only/", f"{found[0]}with/{LANGUAGES[language == LANGUAGES[0]]}/")


@dataclass
class Visitor:
    """A reader in a browser, and everything that the browser complained of or asked for on the way."""

    page: Page
    origin: str
    complaints: list[str] = field(default_factory=list)
    requested: list[str] = field(default_factory=list)

    def __post_init__(self):
        self.page.on("console", lambda message: self.complaints.append(f"{self.page.url}: {message.text}"))
        self.page.on("pageerror", lambda error: self.complaints.append(f"{self.page.url}: {error}"))
        self.page.on("request", lambda request: self.requested.append(request.url))

    def go(self, path):
        """Open a page and return its status; None where only the fragment of the address changes."""
        response = self.page.goto(self.origin + path)
        return response and response.status


@pytest.fixture
def visitor(new_context, origin):
    """A way to make a visitor with a window of some size, a theme, or without JavaScript."""

    def make(width=1440, height=900, **options):
        context = new_context(viewport={"width": width, "height": height}, reduced_motion="reduce", **options)
        context.set_default_timeout(10_000)
        return Visitor(context.new_page(), origin)

    return make
