"""A mail is what it says: one recipient, safe headers, two parts, short lines."""

from __future__ import annotations

import email
import email.policy
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comms import mime
from unionops.platform.core.problems import Problem

LETTERHEAD = mime.Letterhead("news@local12.example", "Local 12", "local12.example", "PO Box 1", "ask@local12.example")


def built(subject: str = "Hi", body: str = "Hello {{ first_name }}", **values: str) -> EmailMessage:
    mail = mime.compile_mail(
        subject=subject, preheader="", body=body, language="en", letterhead=LETTERHEAD, footer="Local 12\nPO Box 1"
    )
    content = mail.build(
        to="ann@example.org",
        values=values,
        message_id="m-1",
        date="Sun, 22 Nov 2026 10:00:00 +0000",
        unsubscribe="https://l.example/stop/x",
    )
    assert max(map(len, content.split(b"\r\n"))) <= 998
    parsed = email.message_from_bytes(content, policy=email.policy.default)
    assert isinstance(parsed, EmailMessage)
    return parsed


def words(mail: EmailMessage, kind: str = "plain") -> str:
    part = mail.get_body((kind,))
    assert part is not None
    return str(part.get_content())


def test_text_comes_first_and_both_parts_say_the_same() -> None:
    mail = built(body="**Come** to [the hall](https://l.example/h).", first_name="Ann")
    assert "Come to the hall (https://l.example/h)." in words(mail)
    assert '<strong>Come</strong> to <a href="https://l.example/h"' in words(mail, "html")
    assert "PO Box 1" in words(mail)


@pytest.mark.parametrize("value", ["Ann\r\nBcc: evil@example.org", "Ann\nX: 1", "Ann\u2028Bcc: e@x"])
def test_name_cannot_add_a_header(value: str) -> None:
    mail = built(subject="For {{ first_name }}", first_name=value)
    assert mail["Bcc"] is None
    assert str(mail["Subject"]).startswith("For Ann")


@pytest.mark.parametrize(
    ("typed", "address"),
    [("ana@niño.example", "ana@xn--nio-8ma.example"), ("bo@BÜRO.example", "bo@xn--bro-hoa.example")],
)
def test_domain_with_letters_beyond_ascii_is_reached_by_its_plain_name(typed: str, address: str) -> None:
    assert mime.one_address(typed) == address


@pytest.mark.parametrize(
    "typed", ["añó@x.example", "a@x.example, b@niño.example", "a@ñ..example", "Ana <a@niño.example>"]
)
def test_what_is_no_single_address_stays_refused(typed: str) -> None:
    with pytest.raises(Problem):
        mime.one_address(typed)


def test_subject_with_a_break_is_refused() -> None:
    with pytest.raises(Problem):
        mime.header("Hi\nBcc: x@example.org")


def test_name_with_markup_is_text_in_the_page() -> None:
    mail = built(first_name="<script>alert(1)</script>")
    assert "<script>" not in words(mail, "html")
    assert "&lt;script&gt;" in words(mail, "html")


@pytest.mark.parametrize(
    "address", ["a@x.org, b@y.org", "a@x.org\nb@y.org", "a b@x.org", "a@", "<a@x.org>", "a@x..org", ""]
)
def test_anything_but_one_address_is_refused(address: str) -> None:
    with pytest.raises(Problem):
        mime.one_address(address)


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="|"), max_size=300))
def test_any_name_comes_back_as_it_was(name: str) -> None:
    mail = built(body="|{{ first_name }}|", first_name=name)
    assert words(mail).split("|")[1].split() == (name.split() or ["friend"] if name.strip() or not name else [])


def test_mail_without_a_stop_link_has_no_such_header() -> None:
    mail = mime.compile_mail(subject="x", preheader="", body="y", language="en", letterhead=LETTERHEAD, footer="z")
    content = mail.build(to="a@example.org", values={}, message_id="m", date="Sun, 22 Nov 2026 10:00:00 +0000")
    assert b"List-Unsubscribe" not in content
