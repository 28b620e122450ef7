"""Patterns read at their first use: they answer as `re` does, and each of them is a pattern."""

import gc
import importlib
import pkgutil
import re

import pytest

from unionops.platform.core import lazy_re

TOPS = ("unionops", "members", "contracts", "grievances", "comms")


def test_it_answers_as_re_does() -> None:
    lazy, plain = (
        lazy_re.compile(r"(?P<n>\d+) (day|hour)s?", re.IGNORECASE),
        re.compile(r"(?P<n>\d+) (day|hour)s?", re.I),
    )
    text = "15 Days, then 1 hour"
    assert lazy.pattern == plain.pattern
    assert lazy.flags == plain.flags
    assert lazy.groupindex == plain.groupindex
    assert lazy.findall(text) == plain.findall(text) == [("15", "Day"), ("1", "hour")]
    assert lazy.sub(r"\g<n>", text) == plain.sub(r"\g<n>", text)
    assert [match.span() for match in lazy.finditer(text, 3)] == [match.span() for match in plain.finditer(text, 3)]
    assert lazy.fullmatch(text) is None


def test_a_pattern_is_read_at_its_first_use() -> None:
    wrong = lazy_re.compile("(")
    assert wrong.pattern == "("
    with pytest.raises(re.error):
        wrong.search("")


def test_each_of_the_program_is_a_pattern() -> None:
    for top in TOPS:
        package = importlib.import_module(top)
        for module in pkgutil.walk_packages(package.__path__, f"{top}."):
            if not {"migrations", "__main__"} & set(module.name.split(".")):
                importlib.import_module(module.name)
    gc.unfreeze()
    ours = [each for each in gc.get_objects() if isinstance(each, lazy_re.Unread)]
    gc.freeze()
    assert len(ours) > 900
    for each in ours:
        assert each.flags is not None
