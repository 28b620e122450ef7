"""Aligning two texts and showing the words that changed."""

import random

from contracts.comparing.align import Unit, align
from contracts.comparing.words import word_changes


def unit(label: str, text: str, title: str = "", parent: int | None = None) -> Unit:
    return Unit(
        key=label,
        label=label,
        title=title,
        text=f"{title}\n{text}".strip(),
        mark=f"{title}{text}".casefold(),
        parent=parent,
    )


def long(seed: int, words: int = 60) -> str:
    rng = random.Random(seed)
    return " ".join(f"w{rng.randrange(5000)}" for _word in range(words))


def kinds(old: list[Unit], new: list[Unit]) -> list[tuple[str, int | None, int | None]]:
    return [(pair.kind, pair.old, pair.new) for pair in align(old, new)]


def test_equal_texts_are_unchanged() -> None:
    units = [unit(str(n), long(n)) for n in range(5)]
    assert kinds(units, units) == [("unchanged", n, n) for n in range(5)]


def test_inserted_clause_renumbers_what_follows() -> None:
    old = [unit(str(n), long(n)) for n in (1, 2, 3)]
    new = [unit("1", long(1)), unit("2", long(9)), unit("3", long(2)), unit("4", long(3))]
    assert kinds(old, new) == [("unchanged", 0, 0), ("added", None, 1), ("renumbered", 1, 2), ("renumbered", 2, 3)]


def test_clause_under_another_article_has_moved() -> None:
    old = [unit("1", long(1), "A"), unit("1.1", long(2), parent=0), unit("2", long(3), "B")]
    new = [unit("1", long(1), "A"), unit("2", long(3), "B"), unit("2.1", long(2), parent=1)]
    assert ("moved", 1, 2) in kinds(old, new)


def test_changed_words_keep_the_pair_and_removed_ones_keep_their_place() -> None:
    words = long(2).split()
    words[10] = "other"
    old = [unit("1", long(1)), unit("2", long(2)), unit("3", long(3))]
    new = [unit("1", long(1)), unit("2", " ".join(words))]
    assert kinds(old, new) == [("unchanged", 0, 0), ("changed", 1, 1), ("removed", 2, None)]


def test_every_clause_appears_exactly_once() -> None:
    rng = random.Random(4)
    old = [unit(str(n), long(rng.randrange(30), rng.randrange(1, 40))) for n in range(60)]
    new = [unit(str(n), long(rng.randrange(30), rng.randrange(1, 40))) for n in range(60)]
    pairs = align(old, new)
    assert sorted(p.old for p in pairs if p.old is not None) == list(range(60))
    assert sorted(p.new for p in pairs if p.new is not None) == list(range(60))


def test_words_rebuild_both_texts() -> None:
    rng = random.Random(7)
    for _round in range(100):
        old = " ".join(rng.choices(["shall", "may", "not", "ten (10)", "days,", "notice"], k=rng.randrange(30)))
        new = " ".join(rng.choices(["shall", "may", "not", "ten (10)", "days,", "notice"], k=rng.randrange(30)))
        steps = word_changes(old, new)
        assert "".join(text for sign, text in steps if sign in "=-") == old
        assert "".join(text for sign, text in steps if sign in "=+") == new
