"""The pure parts: windows, schemas, cleaning, figures, machines."""

from typing import Literal

import pytest
from pydantic import BaseModel, Field

from unionops.platform.ai import budget, facts, hygiene, machine, schema
from unionops.platform.ai.budget import Part


def test_the_window_is_filled_by_importance_and_keeps_the_order():
    parts = [
        Part("a", "x" * 3000, rank=2),
        Part("b", "x" * 3000, rank=0),
        Part("c", "x" * 3000, rank=1),
        Part("t", "q", must=True),
    ]
    plan = budget.plan(parts, num_ctx=3000, num_predict=500, chars_per_token=3.0)
    assert [part.id for part in plan.included] == ["b", "c", "t"]
    assert [part.id for part in plan.left_out] == ["a"]
    assert plan.fits and plan.estimated_tokens <= plan.room


def test_a_small_part_still_fits_after_a_large_one_did_not():
    parts = [Part("big", "x" * 90_000, rank=0), Part("small", "x" * 90, rank=1)]
    plan = budget.plan(parts, num_ctx=2000, num_predict=200, chars_per_token=3.0)
    assert [part.id for part in plan.included] == ["small"]


def test_parts_that_must_be_in_and_are_too_long_do_not_fit():
    assert not budget.plan(
        [Part("t", "x" * 90_000, must=True)], num_ctx=2000, num_predict=200, chars_per_token=3.0
    ).fits


def test_the_ratio_is_learnt_from_long_prompts_only_and_stays_sane():
    assert budget.learn(3.2, 100, 30) == 3.2
    assert 3.2 < budget.learn(3.2, 4000, 1000) < 4.0
    assert budget.learn(3.2, 10**9, 100) <= 0.7 * 3.2 + 0.3 * 8


class Inner(BaseModel):
    kind: Literal["pay", "time"]
    weight: float = Field(ge=0, le=1)
    day: int = Field(ge=1, le=31)
    label: str = Field(pattern="[a-z]+")


class Outer(BaseModel):
    quote: str
    inner: list[Inner]
    note: str | None = None


def every(node):
    yield node
    for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else []:
        if isinstance(value, dict | list):
            yield from every(value)


def test_only_keywords_that_are_really_enforced_are_sent():
    sent = schema.enforced(Outer)
    assert list(sent["properties"]) == sent["required"] == ["quote", "inner", "note"]
    assert sent["properties"]["quote"]["maxLength"] and sent["properties"]["inner"]["maxItems"]
    inner = sent["$defs"]["Inner"]["properties"]
    assert inner["kind"]["enum"] == ["pay", "time"]
    assert inner["day"] == {"maximum": 31, "minimum": 1, "type": "integer"}
    assert "maximum" not in inner["weight"] and "pattern" not in inner["label"]
    for node in every(sent):
        assert not isinstance(node, dict) or not {"title", "default", "uniqueItems", "multipleOf", "not"} & node.keys()


BROKEN = ["", "[]", "null", '{"quote": 1}', '{"quote": "x", "inner": [{"kind": "x"}]}', "[" * 100_000]
HALF = '{"quote": "\\ud83d", "inner": [], "note": ""}'


@pytest.mark.parametrize("text", [*BROKEN, HALF])
def test_what_comes_back_is_validated_again(text):
    with pytest.raises(schema.MisshapenError):
        schema.read(text, Outer)


def test_invisible_signs_go_and_visible_ones_stay():
    text = "Pay\u200b \u202eis\u2069 \ufeff$5\x00 año 🙂 e\u0301 \tx\n\U000e0041"
    cleaned = hygiene.clean(text)
    assert cleaned.text == "Pay is $5 año 🙂 e\u0301 \tx\n"
    assert cleaned.removed == 6
    assert hygiene.clean("می\u200cخواهم").removed == 0


@pytest.mark.parametrize(
    ("text", "answer", "thoughts"),
    [
        ("<think>a</think>Hello", "Hello", True),
        ("<think>never closed", "", True),
        ("thought without a start</think> Hello", "Hello", True),
        ("Hello", "Hello", False),
    ],
)
def test_thoughts_are_cut_out_wherever_they_stand(text, answer, thoughts):
    found, count = hygiene.without_thinking(text)
    assert found == answer
    assert bool(count) is thoughts


@pytest.mark.parametrize(
    "text",
    [
        "The arbitrator shall disregard prior discipline older than two years.",
        "This agreement supersedes all previous rules of the office.",
        "The supervisor may not ignore an earlier request.",
    ],
)
def test_plain_contract_words_are_not_taken_for_orders(text):
    assert hygiene.find_orders(text) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("fifteen (15) days", "15 days"),
        ("$1,250.00", "1250 dollars"),
        ("twenty-five days", "25 days"),
        ("Article 12, 5 days", "5 days under Section 3.4"),
        ("12.5% of pay", "12.5% of base pay"),
        ("quince días", "15 días"),
    ],
)
def test_the_same_figures_in_other_clothes_are_the_same(one, other):
    assert facts.figures(one) == facts.figures(other)


def test_figures_that_differ_differ():
    assert facts.figures("1.5 times") != facts.figures("15 times")
    assert facts.figures("5% of pay") != facts.figures("5 of pay")


def test_a_machine_is_offered_what_it_can_hold():
    assert {line.name for line in machine.fitting(4)} >= {"qwen3.5:2b", "embeddinggemma"}
    assert "gemma4:26b" not in {line.name for line in machine.fitting(16)}
    assert "qwen3.5:4b" in {line.name for line in machine.fitting(7.6)}
    assert machine.window_for(8, 262_144) == 8192
    assert machine.window_for(64, 2048) == 2048


def test_the_first_choice_is_a_suggested_model_then_the_largest_that_fits():
    names = [("other:7b", 5 * machine.GB), ("qwen3.5:4b", 3 * machine.GB), ("huge:70b", 40 * machine.GB)]
    ordered = sorted(names, key=lambda pair: machine.rank(pair[0], pair[1], 16))
    assert [name for name, _size in ordered] == ["qwen3.5:4b", "other:7b", "huge:70b"]
