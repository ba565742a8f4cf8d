"""The one settings file. What the environment may change is its first block; all else is the same everywhere."""

import os
import sys
from pathlib import Path
from urllib.parse import quote

from csp.constants import NONE, SELF
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from archive import database, environment

BASE_DIR = Path(__file__).resolve().parent.parent

# --- what the environment may change -------------------------------------------------------------------------------
DATA_DIR = Path(os.environ.get("DATA_DIR") or BASE_DIR / "data").absolute()  # database, uploads, local secret
SITE_ORIGIN = (os.environ.get("SITE_ORIGIN") or "http://127.0.0.1:8000").rstrip("/")  # decides https and every address
READ_ONLY = environment.switch("READ_ONLY")  # the public side alone: no admin, no sessions, no write
DATABASE_URL = os.environ.get("DATABASE_URL") or f"sqlite:///{quote(str(DATA_DIR / 'archive.sqlite3'))}"
CONTACT_EMAIL = os.environ.get("CONTACT_EMAIL") or ""  # where "report an error" writes to; empty: not offered
PAGE_MEMORY = environment.number("PAGE_MEMORY", default=32) * 2**20  # bytes of answered pages that a process keeps
STATIC_ROOT = Path(os.environ.get("STATIC_ROOT") or BASE_DIR / "staticfiles").absolute()
SCHEME, HOST_NAME = environment.origin(SITE_ORIGIN)
SECRET_KEY = environment.secret_key(DATA_DIR, local=environment.is_local(HOST_NAME), read_only=READ_ONLY)

# --- the site ------------------------------------------------------------------------------------------------------
DEBUG = False
# The loopback names answer the container's own health check; absolute addresses come from SITE_ORIGIN alone.
ALLOWED_HOSTS = [HOST_NAME, *environment.LOOPBACK]
ROOT_URLCONF = "archive.urls"
WSGI_APPLICATION = "archive.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "modeltranslation",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django.contrib.admin",
    "axes",
    "csp",
    "interviews",
]

PUBLIC_MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "archive.middleware.safe_methods_only",
    "django.middleware.http.ConditionalGetMiddleware",
    "archive.keeping.kept_answers",
    "django.middleware.gzip.GZipMiddleware",
    "archive.middleware.public_caching",
    "archive.middleware.language_of_the_address",
    "django.middleware.common.CommonMiddleware",
]
STAFF_MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "axes.middleware.AxesMiddleware",
]
MIDDLEWARE = PUBLIC_MIDDLEWARE if READ_ONLY else PUBLIC_MIDDLEWARE + STAFF_MIDDLEWARE
# These ask for the middleware of an admin that a read-only archive does not serve.
NEEDED_BY_STAFF = ["admin.E408", "admin.E409", "admin.E410", "axes.W002", "security.W003"]
SILENCED_SYSTEM_CHECKS = NEEDED_BY_STAFF if READ_ONLY else []

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "archive.context.site",
            ],
            "builtins": [f"interviews.templatetags.{name}" for name in ("archive", "elements", "site")],
        },
    }
]

# --- languages -----------------------------------------------------------------------------------------------------
# A line here, a migration and a catalogue are a further language. Never read them from the environment: a language
# that is missing at one start makes migrations drop its columns.
LANGUAGES = [
    ("zh-hans", _("Simplified Chinese")),
    ("en", _("English")),
]
LANGUAGE_CODE = "zh-hans"
SOURCE_LANGUAGE = "en"  # what the interface strings are written in, so that it needs no catalogue
MODELTRANSLATION_DEFAULT_LANGUAGE = LANGUAGE_CODE
MODELTRANSLATION_FALLBACK_LANGUAGES = tuple(code for code, _name in LANGUAGES)
MODELTRANSLATION_BUILD_LOCALIZED_VERBOSE_NAME = lambda name, code: format_lazy("{} · {}", name, dict(LANGUAGES)[code])  # noqa: E731
LOCALE_PATHS = [BASE_DIR / "archive" / "locale"]
USE_I18N = True
TIME_ZONE = "Asia/Shanghai"  # the publication's own: a date without a zone is a date there
USE_TZ = True

# --- data ----------------------------------------------------------------------------------------------------------
DATABASES = {"default": database.opened(DATABASE_URL, read_only=READ_ONLY)}

MEDIA_ROOT = DATA_DIR / "media"
MEDIA_URL = "/media/"
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # Until `collectstatic` has run there is no manifest to name files by; the plain names serve a developer's server.
    "staticfiles": {
        "BACKEND": "archive.staticfiles.BundledStaticFilesStorage"
        if (STATIC_ROOT / "staticfiles.json").exists() or "collectstatic" in sys.argv
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not (STATIC_ROOT / "staticfiles.json").exists()

# --- trust ---------------------------------------------------------------------------------------------------------
SECURE = SCHEME == "https"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_SSL_REDIRECT = SECURE
SECURE_REDIRECT_EXEMPT = [r"^health/$"]  # the container asks itself, without the proxy
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_HSTS_PRELOAD = SECURE
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
CSRF_TRUSTED_ORIGINS = [SITE_ORIGIN]
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 1  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_CLIENT_IP_CALLABLE = "archive.proxy.client_address" if SECURE else None  # over https a proxy stands in front
LOGIN_URL = "admin:login"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # Addresses that do not exist and foreign host names are what robots ask for all day, and no fault of the archive's.
    "loggers": {
        "django.request": {"level": "ERROR"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        "django.security.SuspiciousFileOperation": {"level": "CRITICAL"},
    },
}
