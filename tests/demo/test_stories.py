"""The invented cases and messages: complete, dated, and citing clauses that exist."""

import datetime
import re

from members.segments.words import in_words, parse
from unionops.demo import render, stories
from unionops.demo.places import SITES

DAY = datetime.date(2026, 11, 20)


def clauses() -> set[str]:
    found, article = set(), ""
    for block in render.load("agreement_2024").blocks:
        if block.kind == "heading":
            article = "".join(re.findall(r"ARTICL[E]? (\d+)", block.text))
        elif section := re.match(r"Sections? (\d+)\.", block.text):
            found.add(f"{article}.{section[1]}")
    return found


def test_case_stories_are_sixty_and_cite_real_clauses_at_real_sites() -> None:
    told = stories.case_stories()
    assert len(told) == 60
    assert {story.clause for story in told} <= clauses()
    assert {story.site for story in told} <= {site.name for site in SITES}


def test_case_facts_name_the_day() -> None:
    story = stories.case_stories()[0]
    assert "Friday, November 20, 2026" in next(stories.filled_facts(story, DAY))


def test_message_stories_have_every_blank_filled() -> None:
    told = stories.message_stories(DAY)
    assert len(told) == 12
    assert {story.clause for story in told if story.clause} <= clauses()
    for story in told:
        words = [story.subject, story.body, story.sms, *(text for _kind, text in story.facts)]
        assert not any("{" in text for text in words)
        assert story.body or story.sms


def test_message_states_cover_the_whole_way() -> None:
    assert {story.state for story in stories.message_stories(DAY)} == {
        "draft",
        "review",
        "approved",
        "sent",
        "cancelled",
    }


def test_a_list_with_a_quoted_value_is_understood() -> None:
    criteria = parse('site is "Riverside Depot"')
    assert criteria[0]["values"] == ["Riverside Depot"]
    assert parse(in_words(criteria)) == criteria
