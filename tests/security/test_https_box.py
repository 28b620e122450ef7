"""A box that is reached by https: its cookies, its one year of https only, and whom it believes."""

import runpy

import pytest
from django.http import HttpRequest
from django.test import Client

from tests.architecture.source import ROOT
from unionops.platform.access.adapters import AccountAdapter
from unionops.platform.access.services import make_account

HOST, PAGE = "hall.example.org", "/accounts/login/"
OF_COOKIES = ("SESSION_", "CSRF_", "SECURE_", "ALLAUTH_", "ALLOWED_HOSTS", "LANGUAGE_COOKIE", "HTTPS")


@pytest.fixture
def set_up(monkeypatch, settings):
    """set_up(NAME="value") -> the settings that follow from this surrounding, those of cookies and proxies in force."""

    def go(**surrounding: str) -> dict[str, object]:
        for name, value in surrounding.items():
            monkeypatch.setenv(name, value)
        read = runpy.run_path(str(ROOT / "unionops" / "settings.py"))
        for name, value in read.items():
            if name.startswith(OF_COOKIES):
                setattr(settings, name, value)
        return read

    return go


@pytest.fixture
def box(set_up):
    set_up(UNIONOPS_URL=f"https://{HOST}", UNIONOPS_PROXIES="1")


@pytest.mark.django_db
def test_cookies_are_for_this_host_over_https_and_out_of_reach_of_scripts(box, local):
    make_account(email="ada@example.org", name="Ada", password="correct horse battery staple 42")
    client = Client(HTTP_HOST=HOST, HTTP_X_FORWARDED_PROTO="https")
    client.get(PAGE)
    client.post(PAGE, {"login": "ada@example.org", "password": "correct horse battery staple 42"})
    cookies = client.cookies
    assert set(cookies) == {"__Host-session", "__Host-csrf"}
    for name, site in (("__Host-session", "Lax"), ("__Host-csrf", "Strict")):
        kept = {part: cookies[name][part] for part in ("secure", "httponly", "path", "domain", "samesite")}
        assert kept == {"secure": True, "httponly": True, "path": "/", "domain": "", "samesite": site}


@pytest.mark.django_db
def test_for_a_year_browsers_ask_by_https_only(box, local):
    answer = Client(HTTP_HOST=HOST, HTTP_X_FORWARDED_PROTO="https").get(PAGE)
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"
    plain = Client(HTTP_HOST=HOST).get(PAGE)
    assert (plain.status_code, plain.url) == (301, f"https://{HOST}{PAGE}")


@pytest.mark.parametrize(("proxies", "believed"), [("0", "127.0.0.1"), ("1", "203.0.113.9")])
def test_who_asks_is_what_the_last_proxy_of_ours_says(set_up, proxies, believed):
    """What a visitor writes into the same line is never believed; without a proxy neither is the line."""
    read = set_up(UNIONOPS_URL=f"https://{HOST}", UNIONOPS_PROXIES=proxies)
    assert bool(read["SECURE_PROXY_SSL_HEADER"]) == (proxies == "1")
    request = HttpRequest()
    request.META = {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "6.6.6.6, 203.0.113.9"}
    assert AccountAdapter().get_client_ip(request) == believed


def test_a_box_in_use_is_never_in_debug_mode(set_up, tmp_path):
    around = {"UNIONOPS_DATA": str(tmp_path / "data"), "UNIONOPS_SECRETS": str(tmp_path / "keys")}
    assert set_up(**around)["DEBUG"] is False
    assert set_up(UNIONOPS_DEBUG="1")["DEBUG"] is True
    (tmp_path / "data" / "in-use").touch()
    assert set_up()["DEBUG"] is False


@pytest.mark.django_db
@pytest.mark.parametrize("path", [
    "/.git/config", "/.env", "/manage.py", "/static/", "/static/vendor/", "/static/../settings.py", "/staticfiles/",
    "/static/%2e%2e/settings.py", "/data/unionops.sqlite3", "/docs/", "/server-status",
])  # fmt: skip
def test_no_folder_and_no_source_is_handed_out(client, local, path):
    assert client.get(path).status_code == 404


def test_the_web_server_takes_no_request_whose_length_is_said_twice():
    from gunicorn.config import Config
    from gunicorn.http.errors import ParseException
    from gunicorn.http.parser import RequestParser

    lines = [
        b"POST / HTTP/1.1",
        b"Host: x",
        b"Content-Length: 4",
        b"Transfer-Encoding: chunked",
        b"",
        b"0",
        b"",
        b"GET",
    ]
    parser = RequestParser(Config(), iter([b"\r\n".join(lines)]), ("127.0.0.1", 1))
    with pytest.raises(ParseException):
        next(parser)
