"""Makes comms/checks/lists/wordnet.txt.xz: python -m tests.comms.make_wordnet /usr/share/wordnet TARGET."""

import lzma
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
STEPS = frozenset(["@", "~", "&", "+", "\\", "=", "$"])  # broader, narrower, similar, derived
WORD = re.compile(r"[a-z]{2,}(?:-[a-z]+)?")
PEOPLE = frozenset({"18", "14"})  # the lexicographer files noun.person and noun.group
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def main(source: Path, target: Path) -> None:
    counts = _counts(source)
    words = {word: senses for word, senses in _senses(source).items() if counts[word]}
    number = {sense: _short(n) for n, sense in enumerate(sorted({s for senses in words.values() for s in senses}))}
    lines = [f"{word} {' '.join(number[s] for s in senses)}" for word, senses in sorted(words.items())]
    for sense, steps in sorted(_steps(source)):
        near = [number[step] for step in dict.fromkeys(steps) if step in number]
        if sense in number and near:
            lines.append(f"={number[sense]} {' '.join(near)}")
    lines += [f"+{odd} {plain}" for odd, plain in _odd_forms(source) if plain in words]
    lines += [f"!{word} {' '.join(sorted(others))}" for word, others in sorted(_opposed(source, set(words)).items())]
    lines += [f"@ {' '.join(sorted(_somebody(source, set(words))))}"]
    lines += [f"@v {number[min(sense for sense in number if sense[0] == 'v')]}"]
    target.write_bytes(lzma.compress("\n".join(lines).encode(), preset=9))


def _short(number: int) -> str:
    digits = ""
    while number or not digits:
        number, rest = divmod(number, len(DIGITS))
        digits = DIGITS[rest] + digits
    return digits


def _counts(source: Path) -> Counter[str]:
    """How often a word was met in the texts WordNet counted."""
    counts: Counter[str] = Counter()
    for line in (source / "cntlist.rev").read_text().splitlines():
        key, _sense, times = line.split()
        counts[key.split("%")[0]] += int(times)
    return counts


def _senses(source: Path) -> dict[str, list[str]]:
    """The senses of a word that were met, at least the first of each part of speech."""
    found = defaultdict(list)
    for name, part in PARTS.items():
        for line in _lines(source / f"index.{name}"):
            word, _part, many, pointers, *rest = line.split()
            met = int(rest[int(pointers) + 1])
            if WORD.fullmatch(word):
                found[word] += [part + offset for offset in rest[-int(many) :][: max(met, 1)]]
    return found


def _steps(source: Path) -> Iterator[tuple[str, list[str]]]:
    for name, part in PARTS.items():
        for line in _lines(source / f"data.{name}"):
            cells = line.split("|")[0].split()
            at = 5 + 2 * int(cells[3], 16)
            pointers = zip(cells[at::4], cells[at + 1 :: 4], cells[at + 2 :: 4], strict=False)
            yield part + cells[0], [kind.replace("s", "a") + to for sign, to, kind in pointers if sign in STEPS]


def _synsets(source: Path) -> Iterator[tuple[str, str, list[str], list[str]]]:
    """(sense, its lexicographer file, its words, the cells of its pointers)."""
    for name, part in PARTS.items():
        for line in _lines(source / f"data.{name}"):
            cells = line.split("|")[0].split()
            end = 4 + 2 * int(cells[3], 16)
            yield part + cells[0], cells[1], [word.lower().split("(")[0] for word in cells[4:end:2]], cells[end + 1 :]


def _opposed(source: Path, known: set[str]) -> dict[str, set[str]]:
    """{word: its antonyms}."""
    words = {sense: own for sense, _file, own, _pointers in _synsets(source)}
    found: dict[str, set[str]] = defaultdict(set)
    for sense, _file, own, pointers in _synsets(source):
        for sign, to, kind, which in zip(pointers[::4], pointers[1::4], pointers[2::4], pointers[3::4], strict=False):
            if sign == "!" and sense[0] != "n":
                one = own[int(which[:2], 16) - 1]
                other = words[kind.replace("s", "a") + to][int(which[2:], 16) - 1]
                if {one, other} <= known:
                    found[one].add(other)
    return found


def _somebody(source: Path, known: set[str]) -> set[str]:
    """Nouns that in their first or second sense mean a person or a body of people."""
    files = {sense: file for sense, file, _own, _pointers in _synsets(source)}
    first = ((line.split()[0], line.split()) for line in _lines(source / "index.noun"))
    return {
        word
        for word, cells in first
        if word in known and any(files["n" + sense] in PEOPLE for sense in cells[-int(cells[2]) :][:2])
    }


def _odd_forms(source: Path) -> Iterator[list[str]]:
    for name in PARTS:
        for line in (source / f"{name}.exc").read_text().splitlines():
            yield line.split()[:2]


def _lines(path: Path) -> list[str]:
    """Without the licence at the head, which is set in by two blanks."""
    return [line for line in path.read_text("latin1").splitlines() if not line.startswith("  ")]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
