"""A day stands in its field whatever the language: a browser drops what it cannot read, and saving would lose it."""

import datetime
from collections.abc import Iterator

import pytest
from django import forms
from django.test import Client
from django.urls import get_resolver
from django.utils.translation import override

from members.models import Person
from unionops.platform.access.models import User
from unionops.platform.access.roles import Role

READ_BY_BROWSERS = {
    "date": "2026-11-09",
    "time": "08:05",
    "datetime-local": "2026-11-09T08:05",
}
MOMENT = datetime.datetime(2026, 11, 9, 8, 5)
VALUES = {"date": MOMENT.date(), "time": MOMENT.time(), "datetime-local": MOMENT}


def kinds(kind: type[forms.BaseForm]) -> Iterator[type[forms.BaseForm]]:
    for each in kind.__subclasses__():
        yield each
        yield from kinds(each)


def test_every_field_for_a_day_or_an_hour_is_written_as_browsers_read_it() -> None:
    assert get_resolver().url_patterns
    found, wrong = 0, []
    for kind in kinds(forms.BaseForm):
        for name, field in getattr(kind, "base_fields", {}).items():
            shape = field.widget.attrs.get("type") or getattr(field.widget, "input_type", "")
            if shape in READ_BY_BROWSERS:
                found += 1
                with override("es"):
                    written = field.widget.format_value(VALUES[shape])
                wrong += [] if written == READ_BY_BROWSERS[shape] else [f"{kind.__name__}.{name}: {written}"]
    assert found > 20
    assert not wrong, "\n".join(sorted(set(wrong)))


@pytest.mark.django_db
def test_a_person_opened_and_saved_in_spanish_keeps_the_day_of_hire(make_user, sign_in, unit, as_system) -> None:
    secretary: User = make_user(Role.MEMBERSHIP_SECRETARY)
    client: Client = sign_in(secretary)
    person = Person.objects.create(
        last_name="Rivera", name_key="rivera", unit=unit, hire_date=datetime.date(2011, 3, 14)
    )
    page = client.get(f"{person.get_absolute_url()}edit/", headers={"Accept-Language": "es"}).content.decode()
    assert 'lang="es"' in page and 'value="2011-03-14"' in page
