"""Aligning two texts and showing the words that changed."""

import random

from contracts.comparing.align import Unit, align
from unionops.platform.core.wordings import word_changes


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


Tree = list[tuple[str, list[tuple[str, str]]]]


def numbered(tree: Tree) -> list[Unit]:
    """Articles of (title, sections of (title, text)) as units with the labels they are printed with."""
    units: list[Unit] = []
    for a, (name, sections) in enumerate(tree, start=1):
        above = len(units)
        units.append(unit(str(a), "", name))
        units += [unit(f"{a}.{s}", text, title, parent=above) for s, (title, text) in enumerate(sections, start=1)]
    return units


def bargained(rng: random.Random, tree: Tree) -> tuple[Tree, dict[str, str]]:
    """A successor and what truly happened to each section of the old text, by its old label."""
    truth = {f"{a}.{s}": "kept" for a, (_n, sections) in enumerate(tree, 1) for s in range(1, len(sections) + 1)}
    new: Tree = []
    for a, (name, sections) in enumerate(tree, start=1):
        out = []
        for s, (title, text) in enumerate(sections, start=1):
            kind = rng.choices(["kept", "changed", "rewritten", "removed"], [80, 10, 4, 6])[0]
            truth[f"{a}.{s}"] = "changed" if kind == "rewritten" else kind
            words = {
                "kept": text,
                "changed": text.replace("w1", "x1", 3) + " more",
                "rewritten": long(rng.randrange(10**6)),
            }
            if kind != "removed":
                out.append((title, words[kind]))
        if rng.random() < 0.3:
            out.insert(rng.randrange(len(out) + 1), (f"New {a}", long(rng.randrange(10**6))))
        new.append((name, out))
    new.insert(2, new.pop(len(new) - 3))
    return new, truth


def test_bargained_agreement_is_aligned_as_it_was_changed() -> None:
    for seed in range(6):
        rng = random.Random(seed)
        tree = [
            (f"Subject {a}", [(f"Title {a} {s}", long(1000 * a + s + seed)) for s in range(1, 8)]) for a in range(1, 25)
        ]
        successor, truth = bargained(rng, tree)
        old, new = numbered(tree), numbered(successor)
        added = sum(title.startswith("New") for _name, sections in successor for title, _text in sections)
        pairs = align(old, new)
        for pair in pairs:
            label = old[pair.old].label if pair.old is not None else ""
            if label in truth:
                same = pair.kind in ("unchanged", "renumbered", "moved")
                assert pair.kind == truth[label] or (truth[label] == "kept" and same), label
        assert sum(pair.kind == "added" for pair in pairs) == added


def test_only_the_article_out_of_order_has_moved() -> None:
    tree: Tree = [(f"Subject {a}", [(f"Title {a}", long(a))]) for a in range(1, 8)]
    successor = [tree[5], *tree[:5], tree[6]]
    moved = {pair.old for pair in align(numbered(tree), numbered(successor)) if pair.kind == "moved"}
    assert moved == {10, 11}


def test_article_with_a_new_title_keeps_its_sections() -> None:
    tree: Tree = [("Pay", [("Rates", long(1)), ("Steps", long(2))]), ("Leave", [("Sick", long(3))])]
    successor: Tree = [("Compensation", tree[0][1]), tree[1]]
    assert kinds(numbered(tree), numbered(successor))[0] == ("changed", 0, 0)


def test_a_clause_left_without_words_is_a_change() -> None:
    old = [unit("8", "", "Overtime"), unit("8.1", "Overtime is paid at double time.", parent=0)]
    new = [unit("8", "", "Overtime"), unit("8.1", "", parent=0)]
    assert [(pair.kind, pair.old, pair.new) for pair in align(old, new) if pair.old == 1] == [("changed", 1, 1)]


def test_a_few_words_below_the_same_article_are_known_again_behind_an_inserted_clause() -> None:
    old = [unit("4", "", "Leave"), unit("4.1", long(1), parent=0), unit("4.2", "Jury duty is paid.", parent=0)]
    new = [
        unit("4", "", "Leave"),
        unit("4.1", long(1), parent=0),
        unit("4.2", "Boots are paid.", parent=0),
        unit("4.3", "Jury duty is paid.", parent=0),
    ]
    assert kinds(old, new)[2:] == [("added", None, 2), ("renumbered", 2, 3)]


def test_an_article_with_another_title_goes_on_where_its_reworded_clause_does() -> None:
    words = long(2).split()
    old = [unit("2", "", "Leave"), unit("2.1", " ".join(words), parent=0)]
    new = [unit("2", "", "Time Off"), unit("2.1", " ".join(["other", *words[1:]]), parent=0)]
    assert kinds(old, new) == [("changed", 0, 0), ("changed", 1, 1)]
