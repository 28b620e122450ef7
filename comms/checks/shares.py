"""Parts and multiples: half of it, nine of ten, twice the fee, a quarter of an hour."""

from collections.abc import Iterator

from comms.checks import figures
from unionops.platform.core import lazy_re as re

SHARE = re.compile(
    r"\b(?P<w0>" + figures.SPELLED + r"|\d{1,2})\s+(?:out\s+of|of)\s+(?:the\s+)?"
    r"(?P<of0>t(?:wo|hree|en|welve)|f(?:our|ive)|s(?:ix|even)|eight|nine|eleven|[2-9]|1[0-2]|hundred|100)\b"
    r"(?!\s*[-–/:%]|[.,]\d)"
    r"|\b(?P<w>" + figures.SPELLED + r"|\d+)\s+(?:of\s+every|in\s+every|in|de\s+cada)\s+(?:the\s+)?"
    r"(?P<of>ten|five|four|three|two|hundred|10|5|4|3|2|100|diez|cinco|cuatro|tres|dos|cien)\b(?!\s*[-–/:])"
    r"|\b(?P<top>a|one|two|three|four|un|una|dos|tres)[ -](?P<part>half|thirds?|quarters?|fourths?|fifths?|tenths?|"
    r"tercios?|cuartos?|quintos?)\s+(?:of|de)\b"
    r"|\b(?P<half>half|la mitad)\s+(?:of|de|your|their|his|her|my)\b"
    r"|\b(?P<times>(?:double|twice|triple)(?=\s+(?:the|that|as|what|of|your)\b)|el (?:doble|triple)\b|"
    r"(?:doubled|tripled|quadrupled|halved)\b|se (?:duplic|triplic)\w+)"
    r"|\b(?P<more>(?:simple )?majority|mayor[ií]a (?:simple|de))\b"
    r"|\b(?P<most>(?:nearly|almost) (?:all|every(?:one|body)?)|casi tod[oa]s)\b",
    re.IGNORECASE,
)
# 'a quarter of an hour' counts minutes.
PART_OF_HOUR = re.compile(
    r"\b(?P<w>(?:a\s+)?quarter(?:\s+of\s+an|[\s-]of[\s-]an)?[\s-]hours?|half(?:\s+an)?[\s-]hours?|"
    r"(?:un\s+)?cuarto\s+de\s+hora|media\s+hora)\b",
    re.IGNORECASE,
)


def is_deed(said: str) -> bool:
    """'Dues doubled' tells a multiple and what happened to the dues."""
    return re.fullmatch(r"(?:doubl|tripl|quadrupl|halv)ed|se \w+", said, re.IGNORECASE) is not None


def part(match: re.Match[str]) -> float:
    """'nine of ten' and '90 percent' would be the same; kept as a part of one, to four places."""
    if match["half"] or match["most"]:
        return 0.5 if match["half"] else _NEARLY_ALL
    if match["more"]:
        return _MORE_THAN_HALF
    if match["times"]:
        return next(part for said, part in _TIMES.items() if said in match["times"].lower())
    if match["part"]:
        top = {"a": 1, "un": 1, "una": 1}.get(match["top"].lower()) or figures.value(match["top"])
        return round(top / _PARTS[match["part"].lower().rstrip("s")], 4)
    of = figures.number((match["of0"] or match["of"]).lower())
    return round(figures.number((match["w0"] or match["w"]).lower()) / of, 4) if of else 0.0


def minutes(words: str) -> float:
    return 15.0 if "quart" in words.lower() or "cuarto" in words.lower() else 30.0


_MORE_THAN_HALF, _NEARLY_ALL = 0.51, 0.95
_TIMES = {"tripl": 3.0, "quadrupl": 4.0, "halv": 0.5, "": 2.0}
_BARE = re.compile(
    r"\b(?:(?P<half>half|mitad)(?![\s-](?:an?[\s-])?hour|\s+past)|double|twice|doble|(?P<three>triple))\b", re.I
)


def bare(text: str) -> Iterator[tuple[int, int, float]]:
    """'part-time guards get half': what may be told as 'half of it'."""
    for match in _BARE.finditer(text):
        yield *match.span(), 0.5 if match["half"] else 3.0 if match["three"] else 2.0


_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "tenth": 10}
_PARTS |= {"tercio": 3, "cuarto": 4, "quinto": 5}
