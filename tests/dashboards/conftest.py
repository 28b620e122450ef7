"""A small local with two sites, so that figures can be counted by hand."""

from collections.abc import Callable

import pytest

from members.models import Membership, Person, Standing
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.models import BargainingUnit, Worksite


@pytest.fixture
def add_person(unit: BargainingUnit, worksite: Worksite) -> Callable[..., Person]:
    """add_person("Ada", member=True, site=...) -> somebody in the unit."""

    def add(first: str, *, member: bool = False, site: Worksite | None = None, **fields: object) -> Person:
        standing = Standing.MEMBER if member else Standing.NON_MEMBER
        with acting(system_actor()):
            person = Person.objects.create(
                first_name=first, last_name="Boyle", name_key=f"boyle {first}".lower(), in_unit=True, unit=unit,
                worksite=site or worksite, standing=standing, **fields,
            )  # fmt: skip
            if member:
                Membership.objects.create(person=person, since="2020-01-01")
        return person

    return add
