"""Django's settings. Whatever differs between machines comes from the environment."""

import os
import tempfile
from pathlib import Path
from typing import Any

import dj_database_url
from environ import Env
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

from bot.secret import kept_secret

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(os.environ.get("BUUR_VAR", BASE_DIR / "var"))
VAR_DIR.mkdir(parents=True, exist_ok=True)


def _listed(name: str) -> list[str]:
    return [item.strip() for item in os.environ.get(name, "").split(",") if item.strip()]


DEBUG = os.environ.get("BUUR_DEBUG") == "1"
SECRET_KEY = os.environ.get("SECRET_KEY") or kept_secret(VAR_DIR / "secret_key")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", *_listed("BUUR_HOSTS")]
# Behind a proxy with https, Django must know the address that staff log in on.
CSRF_TRUSTED_ORIGINS = _listed("BUUR_TRUSTED_ORIGINS")

INSTALLED_APPS = [
    "bot.review.accounts.admin_app.OwnersAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "channels",
    "django_htmx",
    "django_otp",
    "django_otp.plugins.otp_static",
    "django_otp.plugins.otp_totp",
    "ninja",
    "bot.shop",
    "bot.chat",
    "bot.review",
    "bot.demo",
]

MIDDLEWARE = [
    "bot.middleware.SecurityHeaders",
    "bot.middleware.Compression",
    "bot.middleware.StaticFiles",
    "bot.middleware.CrossOrigin",
    "bot.middleware.CustomersFirst",
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "bot.review.accounts.sessions.StaffSessions",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "bot.urls"
ASGI_APPLICATION = "bot.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]


def _database() -> dict[str, Any]:
    database: dict[str, Any] = dict(
        dj_database_url.parse(
            os.environ.get("DATABASE_URL") or f"sqlite:///{VAR_DIR / 'buur.sqlite3'}",
            conn_max_age=60,
            conn_health_checks=True,
        )
    )
    if database["ENGINE"] == "django.db.backends.sqlite3":
        database["OPTIONS"] = {
            "timeout": 5,
            "transaction_mode": "IMMEDIATE",
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
                " PRAGMA journal_size_limit=67108864; PRAGMA temp_store=MEMORY;"
                # What is erased is overwritten, not only taken out of the index.
                " PRAGMA secure_delete=ON;"
            ),
        }
        # A file has no server to go away: a connection may be kept.
        database["CONN_MAX_AGE"] = 600
        # A file, since threads of one test write at once; one per run, so that runs never meet.
        test_file = Path(tempfile.gettempdir()) / f"buur-test-{os.getpid()}.sqlite3"
        database["TEST"] = {"NAME": str(test_file)}
    return database


DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Wakes listeners and counts limits over all web processes. Without it a process does both for
# itself: with more than one, listeners of the others are woken a few seconds later.
REDIS_URL = os.environ.get("REDIS_URL", "")
CHANNEL_LAYERS: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
        "CONFIG": {
            "hosts": [
                {
                    "address": REDIS_URL,
                    "socket_connect_timeout": 2,
                    # A connection of before Redis restarted fails once.
                    "retry": Retry(NoBackoff(), retries=1),
                }
            ]
        },
    }
    if REDIS_URL
    else {"BACKEND": "channels.layers.InMemoryChannelLayer"}
}

# Mail to the shop and to customers: smtp+tls://name:password@mail.winkel.nl:587. Without it mail is
# written to the web process's output, and staff are told that it goes nowhere.
EMAIL_URL = os.environ.get("EMAIL_URL", "")
_MAIL = Env.email_url_config(EMAIL_URL or "consolemail://")
globals().update({name: value for name, value in _MAIL.items() if value is not None})
EMAIL_TIMEOUT = 10
# Empty: the shop's own address.
MAIL_FROM = os.environ.get("BUUR_MAIL_FROM", "")
# Where staff reach the console, for the links in mail.
PUBLIC_URL = os.environ.get("BUUR_URL", "http://localhost:8000").rstrip("/")

_VALIDATOR = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATOR}.UserAttributeSimilarityValidator"},
    {"NAME": f"{_VALIDATOR}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_VALIDATOR}.CommonPasswordValidator"},
    {"NAME": f"{_VALIDATOR}.NumericPasswordValidator"},
]
AUTHENTICATION_BACKENDS = ["bot.review.accounts.backend.RolesBackend"]
LOGIN_URL = "review:login"
LOGIN_REDIRECT_URL = "review:inbox"
LOGOUT_REDIRECT_URL = "review:login"
# A link to choose a password works once, and so long.
PASSWORD_RESET_TIMEOUT = 3 * 24 * 3600
# How many tries within how many seconds: of an address, of an account from browsers that it never
# logged in on, of one that it did, and at the code.
LOGIN_ADDRESS_LIMIT = (30, 900)
LOGIN_ACCOUNT_LIMIT = (10, 900)
LOGIN_KNOWN_BROWSER_LIMIT = (10, 900)
LOGIN_CODE_LIMIT = (10, 900)
# Tries are counted by those limits; the library's own would let others lock an account for days.
OTP_TOTP_THROTTLE_FACTOR = OTP_STATIC_THROTTLE_FACTOR = 0

LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 300

# Staff stay logged in as long as they work, and never longer than this.
SESSION_IDLE_SECONDS = round(float(os.environ.get("BUUR_SESSION_IDLE_HOURS", "8")) * 3600)
SESSION_COOKIE_AGE = round(float(os.environ.get("BUUR_SESSION_DAYS", "7")) * 24 * 3600)
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
# Customers get no cookie, and staff send theirs to the console only.
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = "/staf/"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = os.environ.get("BUUR_HTTPS") == "1"
if os.environ.get("BUUR_HTTPS") == "1":
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 512 * 1024

# What breaks is logged; what customers write is not.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {
        "not_503": {
            "()": "django.utils.log.CallbackFilter",
            "callback": lambda record: getattr(record, "status_code", None) != 503,
        }
    },
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        # It tells at length, each second, what bot.chat.announce tells in a line.
        "channels_redis": {"level": "CRITICAL"},
        # 4xx answers are the customer's business, not the log's; that a part is away is told by
        # /healthz, and would otherwise be told here at each look.
        "django.request": {
            "handlers": ["console"],
            "filters": ["not_503"],
            "level": "ERROR",
            "propagate": False,
        },
    },
}

# The door.
ENGINE_URL = os.environ.get("ENGINE_URL", "http://127.0.0.1:5005").rstrip("/")
# The supervisor writes here which engine took over; while there is nothing, it is the one above.
ENGINE_URL_FILE = os.environ.get("ENGINE_URL_FILE", "")
ACTIONS_URL = os.environ.get("ACTIONS_URL", "http://127.0.0.1:5055").rstrip("/")
ENGINE_TIMEOUT_SECONDS = float(os.environ.get("BUUR_ENGINE_TIMEOUT", "12"))
# Other sites that may hold the chat window, such as https://winkel.example.
CHAT_ORIGINS = _listed("BUUR_ORIGINS")
# How many within how many seconds: conversations and messages per address (an office has one for
# all), messages per conversation, and looks (reads, listens, judgements) per conversation.
CHAT_OPEN_LIMIT = (int(os.environ.get("BUUR_CONVERSATIONS_PER_10_MINUTES", "20")), 600)
CHAT_ADDRESS_LIMIT = (int(os.environ.get("BUUR_ADDRESS_MESSAGES_PER_MINUTE", "120")), 60)
CHAT_MESSAGE_LIMIT = (int(os.environ.get("BUUR_MESSAGES_PER_MINUTE", "30")), 60)
CHAT_LOOPBACK_FACTOR = 25
CHAT_LOOK_LIMIT = (120, 60)
CHAT_TYPING_LIMIT = (40, 60)
# How many windows of one customer may listen at once, in each web process.
CHAT_LISTENERS = 20
# How many proxies stand in front: only so many addresses of X-Forwarded-For are believed.
CHAT_PROXIES = int(os.environ.get("BUUR_PROXIES", "0"))
