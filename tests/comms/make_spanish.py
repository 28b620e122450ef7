"""Makes comms/checks/lists/spanish_learned.txt from the catalogue of the screens: python -m tests.comms.make_spanish.

The sentences of the screens stand there in both languages; which word of one goes with which of the other is counted
by IBM model 1 (Brown and others, 1993), in both directions, and kept where both agree.
"""

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from comms.checks.lexicon import SMALL_WORDS
from comms.checks.stemming import stem
from comms.checks.words import tokens

CATALOGUE = Path("unionops/locale/es/LC_MESSAGES/django.po")
TARGET = Path("comms/checks/lists/spanish_learned.txt")
PASSES, LEAST, OFTEN = 6, 0.08, 2
Pairs = list[tuple[list[str], list[str]]]


def main() -> None:
    pairs = [(_words(one), _words(other)) for one, other in _entries(CATALOGUE.read_text("utf-8"))]
    plainest = _plainest(one for one, _other in pairs)
    stemmed = [([stem(w, "en") for w in one], [stem(w, "es") for w in other]) for one, other in pairs]
    stemmed = [(one, other) for one, other in stemmed if one and other]
    there, back = _chances(stemmed), _chances([(other, one) for one, other in stemmed])
    often = Counter(word for _one, other in stemmed for word in other)
    found = defaultdict(list)
    for (word, meaning), chance in there.items():
        both = chance * back[meaning, word]
        if both >= LEAST and often[word] >= OFTEN and word != meaning:
            found[word].append((both, plainest[meaning]))
    rows = [
        f"{word} {' '.join(m for _c, m in sorted(means, reverse=True)[:3])}" for word, means in sorted(found.items())
    ]
    TARGET.write_text("\n".join(rows) + "\n", "utf-8")


def _entries(text: str) -> Iterator[tuple[str, str]]:
    for block in text.split("\n\n"):
        said = {
            name: "".join(ast.literal_eval(line) for line in re.findall(r'^(?:\w+ )?(".*")$', part, re.MULTILINE))
            for name, part in re.findall(r"^(msgid|msgstr)\s((?:.|\n)*?)(?=^msg|\Z)", block, re.MULTILINE)
        }
        if said.get("msgid") and said.get("msgstr"):
            yield said["msgid"], said["msgstr"]


def _words(text: str) -> list[str]:
    plain = re.sub(r"%\(\w+\)\w|\{\{.*?\}\}|<[^>]+>", " ", text)
    return [word for word in tokens(plain) if len(word) > 2 and word not in SMALL_WORDS]


def _plainest(texts: Iterator[list[str]]) -> dict[str, str]:
    """{stem of an English word: the form met most often}."""
    met: dict[str, Counter[str]] = defaultdict(Counter)
    for words in texts:
        for word in words:
            met[stem(word, "en")][word] += 1
    return {key: forms.most_common(1)[0][0] for key, forms in met.items()}


def _chances(pairs: Pairs) -> dict[tuple[str, str], float]:
    """{(word, of which word): chance}."""
    chance: dict[tuple[str, str], float] = defaultdict(lambda: 1.0)
    for _pass in range(PASSES):
        counts: dict[tuple[str, str], float] = defaultdict(float)
        total: dict[str, float] = defaultdict(float)
        for source, target in pairs:
            for word in target:
                whole = sum(chance[word, other] for other in source)
                for other in source:
                    share = chance[word, other] / whole
                    counts[word, other] += share
                    total[other] += share
        chance = defaultdict(float, {key: count / total[key[1]] for key, count in counts.items()})
    return chance


if __name__ == "__main__":
    main()
