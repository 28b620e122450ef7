"""Words as the index keeps them."""

import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import product

import pytest

from unionops.platform.search.terms import Stems

WORDS = ["".join(parts) for parts in product(("ro", "fil", "grie", "over"), "bdgmt", ("ied", "ation", "ingly", "ness"))]


@pytest.fixture
def hasty_threads():
    """Threads that take turns at every step, as they do on a busy box now and then."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.parametrize("language", ["en", "es"])
def test_two_who_search_at_once_do_not_mix_their_words(hasty_threads, language):
    alone = Stems(language, speaking=False)
    expected = {word: alone[word] for word in WORDS}
    with ThreadPoolExecutor(4) as pool:
        for _round in range(5):
            found = Stems(language, speaking=False)
            list(pool.map(found.__getitem__, WORDS * 4))
            assert found == expected
