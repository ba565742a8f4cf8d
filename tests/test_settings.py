"""The environment's few switches, each as an operator would set it."""

import json
import os
import stat
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import RequestFactory

from archive import environment, preflight, proxy, sqlite

PRODUCTION = {"SITE_ORIGIN": "https://archive.example.org", "SECRET_KEY": "k" * 25 + "0123456789-abcdefghijklmnopq"}


def manage(settings, *arguments, **switches):
    """Run Python code or a command of manage.py in an environment of its own."""
    command = [sys.executable, *arguments]
    changed = os.environ | {"PYTHONWARNINGS": "error"} | switches
    return subprocess.run(command, cwd=settings.BASE_DIR, env=changed, capture_output=True, text=True, check=False)


def test_tests_never_touch_the_data_of_a_developer(settings):
    assert settings.BASE_DIR not in settings.DATA_DIR.parents
    assert settings.STORAGES["staticfiles"]["BACKEND"] == "archive.staticfiles.BundledStaticFilesStorage"


@pytest.mark.parametrize("switches", [PRODUCTION, {"READ_ONLY": "1", "SITE_ORIGIN": "https://mirror.example.org"}])
def test_django_finds_nothing_to_warn_of_in_production(settings, tmp_path, switches):
    command = ["manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    checked = manage(settings, *command, DATA_DIR=str(tmp_path), **switches)
    assert checked.returncode == 0, checked.stderr
    assert checked.stdout.startswith("System check identified no issues")
    assert checked.stderr == ""


ASK_TWICE = """
import json, django
django.setup()
from django.test import Client
client = Client(headers={"host": "archive.example.org"})
plain = client.get("/robots.txt")
proxied = client.get("/robots.txt", headers={"x-forwarded-proto": "https"})
print(json.dumps([plain.status_code, plain["Location"], proxied.status_code, proxied["Strict-Transport-Security"]]))
"""


def test_an_https_origin_sends_plain_requests_to_https(settings, tmp_path):
    asked = manage(
        settings, "-c", ASK_TWICE, DATA_DIR=str(tmp_path), DJANGO_SETTINGS_MODULE="archive.settings", **PRODUCTION
    )
    assert json.loads(asked.stdout or "[]") == [
        301,
        "https://archive.example.org/robots.txt",
        200,
        "max-age=31536000; includeSubDomains; preload",
    ], asked.stderr


def test_a_plain_origin_needs_no_https(settings):
    assert settings.SITE_ORIGIN == "http://127.0.0.1:8000"
    assert not settings.SECURE_SSL_REDIRECT
    assert not settings.SESSION_COOKIE_SECURE
    assert settings.SECURE_PROXY_SSL_HEADER is None


@pytest.mark.parametrize("value", ["archive.example.org", "ftp://archive.example.org", "https://", "https://a.b/c", ""])
def test_an_origin_that_is_none_is_refused(value):
    with pytest.raises(ImproperlyConfigured, match="SITE_ORIGIN must look like"):
        environment.origin(value)


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        ("https://archive.example.org", ("https", "archive.example.org")),
        ("http://127.0.0.1:8000", ("http", "127.0.0.1")),
        ("http://[::1]:8000", ("http", "[::1]")),
    ],
)
def test_an_origin_is_a_scheme_and_a_host(value, parts):
    assert environment.origin(value) == parts


@pytest.mark.parametrize(("word", "on"), [("1", True), ("Yes", True), ("", False), ("0", False), ("off", False)])
def test_a_switch_is_on_or_off(monkeypatch, word, on):
    monkeypatch.setenv("READ_ONLY", word)
    assert environment.switch("READ_ONLY") is on


def test_a_switch_that_is_neither_is_refused(monkeypatch):
    monkeypatch.setenv("READ_ONLY", "perhaps")
    with pytest.raises(ImproperlyConfigured, match="READ_ONLY must be 1 or 0"):
        environment.switch("READ_ONLY")


@pytest.mark.parametrize(("word", "found"), [("", 32), (" ", 32), ("0", 0), ("64", 64)])
def test_a_number_is_whole_or_the_usual_one(monkeypatch, word, found):
    monkeypatch.setenv("PAGE_MEMORY", word)
    assert environment.number("PAGE_MEMORY", default=32) == found


@pytest.mark.parametrize("word", ["much", "-1", "1.5", "²", "32 MiB"])
def test_a_number_that_is_none_is_refused(monkeypatch, word):
    monkeypatch.setenv("PAGE_MEMORY", word)
    with pytest.raises(ImproperlyConfigured, match="PAGE_MEMORY must be a whole number"):
        environment.number("PAGE_MEMORY", default=32)


@pytest.mark.parametrize(
    ("host", "local"),
    [("localhost", True), ("[::1]", True), ("192.168.1.5", True), ("93.184.216.34", False), ("archive.org", False)],
)
def test_the_machine_and_its_network_are_local(host, local):
    assert environment.is_local(host) is local


def test_a_local_secret_is_made_once_for_its_owner(tmp_path, monkeypatch):
    monkeypatch.delenv("SECRET_KEY", raising=False)
    folder = tmp_path / "data"
    key = environment.secret_key(folder, local=True, read_only=False)
    assert len(key) > 50
    assert environment.secret_key(folder, local=True, read_only=False) == key
    assert [path.name for path in folder.iterdir()] == ["secret-key"]
    assert stat.S_IMODE((folder / "secret-key").stat().st_mode) == 0o600


def test_a_public_site_without_a_secret_does_not_start(tmp_path, monkeypatch):
    monkeypatch.delenv("SECRET_KEY", raising=False)
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY must be set"):
        environment.secret_key(tmp_path, local=False, read_only=False)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_secret_is_not_taken(tmp_path, monkeypatch):
    monkeypatch.delenv("SECRET_KEY", raising=False)
    (tmp_path / "secret-key").touch()
    with pytest.raises(ImproperlyConfigured, match="is empty"):
        environment.secret_key(tmp_path, local=True, read_only=False)


def test_a_folder_of_any_name_holds_the_database(settings, tmp_path):
    folder = tmp_path / "my archive #1 100%25 中文"
    asked = manage(settings, "manage.py", "shell", "--no-imports", "-c", TELL_DATABASE, DATA_DIR=str(folder))
    assert asked.stdout.strip() == str(folder / "archive.sqlite3"), asked.stderr


TELL_DATABASE = "from django.conf import settings; print(settings.DATABASES['default']['NAME'])"


def test_a_read_only_archive_waits_for_no_writer(tmp_path):
    options = sqlite.options(str(tmp_path / "archive.sqlite3"), read_only=True)
    assert options["NAME"].endswith("archive.sqlite3?mode=ro")
    assert "query_only" in options["OPTIONS"]["init_command"]


def test_a_writing_archive_takes_the_lock_at_once(tmp_path):
    options = sqlite.options(str(tmp_path / "new" / "archive.sqlite3"), read_only=False)
    assert options["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert (tmp_path / "new").is_dir()


def test_failed_sign_ins_are_counted_by_what_the_proxy_saw():
    request = RequestFactory().get("/", headers={"x-forwarded-for": "192.0.2.1, 198.51.100.7"}, REMOTE_ADDR="10.0.0.1")
    assert proxy.client_address(request) == "198.51.100.7"
    assert proxy.client_address(RequestFactory().get("/", REMOTE_ADDR="10.0.0.1")) == "10.0.0.1"


def test_the_log_is_not_filled_by_robots(client, capfd):
    assert client.get("/robots.txt", headers={"host": "foreign.example"}).status_code == 400
    assert client.get("/wp-login").status_code == 404
    assert capfd.readouterr().err == ""


def test_a_busy_port_is_said_before_anything_starts(live_server):
    address = live_server.thread.host, str(live_server.thread.port)
    assert "Address already in use" in preflight.complaint(*address)


@pytest.mark.parametrize("port", ["", "http", "0", "65536"])
def test_a_port_that_is_none_is_said(port):
    assert "PORT must be a number" in preflight.complaint("127.0.0.1", port)
