"""Settings: one machine by default, more machines by environment variables (docs/settings.md)."""

import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _

from unionops import secrets_folder
from unionops.platform.core import env

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = secrets_folder.data_folder()
KEYLESS = sys.argv[1:2] == ["restore"]  # the way out of lost keys asks for none
SECRETS_DIR = secrets_folder.ensure(keyless=KEYLESS)
DEMO_MARK = DATA_DIR / "DEMO"

IN_USE_MARK = DATA_DIR / "in-use"
DAMAGED = env.text("UNIONOPS_DAMAGED")  # what the supervisor found wrong with the database
DEBUG = env.flag("UNIONOPS_DEBUG") and not IN_USE_MARK.exists()  # never where real people are kept
SECRET_KEY = env.text("UNIONOPS_SIGNING_KEY") or secrets_folder.signing_key(keyless=KEYLESS)
LINK_KEYS_BEFORE = env.words("UNIONOPS_SIGNING_KEYS_BEFORE") or (not KEYLESS and secrets_folder.signed_before()) or []
"""Only links that live long are still believed when an earlier key signed them; password resets never are."""

PORT = env.number("UNIONOPS_PORT", 8000)
PUBLIC_URL = env.text("UNIONOPS_URL", f"http://127.0.0.1:{PORT}").rstrip("/")
_public = urlsplit(PUBLIC_URL)
HTTPS = _public.scheme == "https"
LOOPBACK = (_public.hostname or "") in {"127.0.0.1", "localhost", "::1"}
ALLOWED_HOSTS = sorted(
    {"127.0.0.1", "localhost", "[::1]", _public.hostname or "localhost", *env.words("UNIONOPS_HOSTS")}
)
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "django_htmx",
    "unionops.platform.access",
    "unionops.platform.audit",
    "unionops.platform.ui",
    "unionops.platform.files",
    "unionops.platform.jobs",
    "unionops.platform.search",
    "unionops.platform.ai",
    "unionops.platform.ops",
    "members",
    "contracts",
    "grievances",
    "comms",
    "unionops.dashboards",
    "unionops.demo",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
]

MIDDLEWARE = [
    "unionops.platform.access.middleware.incident",
    "django.middleware.security.SecurityMiddleware",
    "unionops.platform.access.headers.headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "unionops.platform.ops.middleware.Damaged",
    "unionops.platform.ops.middleware.Tables",
    "unionops.platform.access.middleware.Sessions",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "unionops.platform.ops.middleware.first_run",
    "unionops.platform.access.middleware.session_age",
    "unionops.platform.ui.middleware.reading",
    "unionops.platform.access.middleware.SignIn",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "unionops.platform.access.middleware.actor",
    "unionops.platform.audit.middleware.where",
    "unionops.platform.access.middleware.Gate",
]

ROOT_URLCONF = "unionops.urls"
WSGI_APPLICATION = "unionops.wsgi.application"
ACCESS_POLICY = "unionops.policy.POLICY"

TEMPLATE_LOADERS = ["unionops.platform.ui.loading.AsStarted", "django.template.loaders.app_directories.Loader"]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [("django.template.loaders.cached.Loader", TEMPLATE_LOADERS)],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "unionops.platform.ui.context.page",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

if DATABASE_URL := env.text("DATABASE_URL"):
    DATABASES = {"default": env.postgres(DATABASE_URL)}
else:
    DATABASES = {
        "default": {
            "ENGINE": "unionops.sealed",
            "NAME": secrets_folder.database_file(),
            "CONN_MAX_AGE": env.KEPT_OPEN,
            "OPTIONS": {"timeout": 20, "transaction_mode": "IMMEDIATE"},
        }
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},  # a full one throws counts of failed sign-ins away
    }
}

AUTH_USER_MODEL = "access.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "unionops.platform.access.passwords.StrengthValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "unionops.platform.access.adapters.AccountAdapter"
ACCOUNT_FORMS = {"login": "unionops.platform.access.forms.SignInForm"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_CHANGE_EMAIL = True  # one address each: a new one replaces the old once it is confirmed
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("UNIONOPS_PROXIES", 0)
MFA_FORMS = {
    "authenticate": "unionops.platform.access.forms.CodeForm",
    "reauthenticate": "unionops.platform.access.forms.CodeAgainForm",
    "activate_totp": "unionops.platform.access.forms.FirstCodeForm",
    "add_webauthn": "unionops.platform.access.forms.AddKeyForm",
    "login_webauthn": "unionops.platform.access.forms.KeySignInForm",
    "authenticate_webauthn": "unionops.platform.access.forms.KeyAsSecondForm",
    "reauthenticate_webauthn": "unionops.platform.access.forms.KeyAgainForm",
}
MFA_ADAPTER = "unionops.platform.access.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TRUST_ENABLED = False
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = LOOPBACK
USERSESSIONS_TRACK_ACTIVITY = False

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_IDLE_SECONDS = 30 * 60
SESSION_IDLE_SECONDS_PUBLIC = 10 * 60
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrftoken"
CSRF_COOKIE_SAMESITE = "Strict"
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS and ALLAUTH_TRUSTED_PROXY_COUNT else None
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_CSP: dict[str, list[str]] = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "worker-src": ["'self'"],
    "manifest-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
    "object-src": ["'none'"],
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]
FILE_UPLOAD_PERMISSIONS = 0o600

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("es", _("Spanish"))]
LOCALE_PATHS = [BASE_DIR / "unionops" / "locale"]
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = HTTPS
TIME_ZONE = env.time_zone("UNIONOPS_TIME_ZONE", "America/New_York")
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "unionops" / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = DEBUG

EMAIL_BACKEND = "unionops.platform.ops.mail.Backend"
DEFAULT_FROM_EMAIL = SERVER_EMAIL = "unionops@localhost"

RING_JOBS = True
REDIS_SOCKET = Path(env.text("UNIONOPS_REDIS_SOCKET") or DATA_DIR / "redis.sock")
REDIS_URL = env.text("REDIS_URL") or f"redis+socket://{REDIS_SOCKET}"
CELERY_BROKER_URL = REDIS_URL
CELERY_RESULT_BACKEND = None
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = False
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_DEFAULT_QUEUE = "default"
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_DISABLE_PREFETCH = True
CELERY_WORKER_MAX_TASKS_PER_CHILD = 200
CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT = 20
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 43200,
    "queue_order_strategy": "priority",
    "socket_timeout": 30,
    "socket_connect_timeout": 2,
    "socket_keepalive": "socket" not in REDIS_URL.split(":")[0],
}
CELERY_TASK_PUBLISH_RETRY = False
CELERY_TASK_PUBLISH_RETRY_POLICY = {"max_retries": 1}
CELERY_BEAT_SCHEDULER = "unionops.platform.ops.clock:Steady"
CELERY_BEAT_SCHEDULE_FILENAME = str(DATA_DIR / "beat-schedule")
CELERY_TIMEZONE = TIME_ZONE
CELERY_BEAT_SCHEDULE = {
    "sweep": {"task": "unionops.platform.jobs.tasks.sweep", "schedule": 10.0},
    "periodic": {"task": "unionops.platform.jobs.tasks.run_due", "schedule": 60.0},
}

CLAMD = env.text("UNIONOPS_CLAMD")

OLLAMA_HOSTS = env.words("OLLAMA_HOSTS", "http://127.0.0.1:11434")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"private": {"()": "unionops.platform.core.logs.Private"}},
    "formatters": {"lines": {"()": "unionops.platform.core.logs.Lines"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "lines", "filters": ["private"]},
    },
    "root": {"handlers": ["stderr"], "level": env.text("UNIONOPS_LOG_LEVEL", "INFO")},
    "loggers": {
        "django.request": {"level": "ERROR"},
        "httpx": {"level": "WARNING"},
        "fontTools": {"level": "ERROR"},
        "weasyprint": {"level": "ERROR"},
    },
}
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
