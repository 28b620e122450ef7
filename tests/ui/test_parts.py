"""Every part of a page: what it says, what it refuses, and that it escapes what people typed."""

import datetime
from typing import Any

import pytest
import time_machine
from django import forms
from django.template import Context, Template, TemplateSyntaxError
from django.utils import timezone

from unionops.platform.ui.components.charts import Bar, Point, Slice
from unionops.platform.ui.labelled import labelled

HOSTILE = "<script>alert('x')</script>"


def draw(source: str, **values: Any) -> str:
    return Template("{% load ui %}" + source).render(Context(values))


@pytest.mark.parametrize(
    "source",
    [
        "{% page_head words lead=words %}",
        "{% card words sub=words %}{{ words }}{% endcard %}",
        "{% stat words words sub=words %}",
        '{% tag "bad" words %}',
        "{% notice title=words %}{{ words }}{% endnotice %}",
        "{% empty words words %}{{ words }}{% endempty %}",
        "{% fact words words %}",
        "{% data_table words %}<tbody><tr><td>{{ words }}</td></tr></tbody>{% enddata_table %}",
        "{% timeline words %}{% entry words %}{{ words }}{% endentry %}{% endtimeline %}",
        "{% step words url=words %}{% rung words note=words %}{% tab words words %}{% chip words words %}",
        "{% filter_panel words %}{{ words }}{% endfilter_panel %}{% menu words %}{{ words }}{% endmenu %}",
        "{% link_button words words %}{% button words value=words %}{% post_button words words value=words %}",
        "{% copy_button words words %}{% print_button words %}{% pager earlier=words label=words %}",
        "{% model_box words reviewed_by=words state=words %}{{ words }}{% endmodel_box %}",
        "{% quote_block words url=words %}{{ words }}{% endquote_block %}{% progress_bar words 1 2 note=words %}",
        "{% removed %}{{ words }}{% endremoved %}{% added %}x{% endadded %}{% fold words %}{{ words }}{% endfold %}",
    ],
)
def test_parts_escape_what_people_typed(source: str) -> None:
    shown = draw(source, words=HOSTILE)
    assert "<script" not in shown
    assert "&lt;script&gt;" in shown


@pytest.mark.parametrize(
    "source", ['{% tag "purple" "x" %}', '{% link_button "x" "/" kind="huge" %}', '{% step "x" state="soon" %}']
)
def test_a_wrong_word_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match="is not one of"):
        draw(source)


def test_an_unknown_argument_is_refused() -> None:
    with pytest.raises(TemplateSyntaxError):
        draw('{% card "x" colour="red" %}{% endcard %}')
    with pytest.raises(TypeError):
        draw('{% button "x" onclick="y" %}')


def test_a_tag_has_word_icon_and_tone() -> None:
    shown = draw('{% tag "bad" "Overdue 1 day" %}')
    assert "tag-bad" in shown
    assert "#alert-triangle" in shown
    assert "Overdue 1 day" in shown


def test_fill_hands_a_piece_of_page_to_another_part() -> None:
    shown = draw(
        '{% fill as actions %}{% link_button "New" "/new/" %}{% endfill %}{% page_head "Cases" actions=actions %}'
    )
    assert '<div class="acts"><a class="b b-secondary" href="/new/">New</a></div>' in shown
    assert shown.count("<h1>") == 1


def test_the_way_to_a_page_does_not_say_its_title_again() -> None:
    way = '{% fill as way %}{% crumb "Cases" "/cases/" %}{% crumb "A note" %}{% endfill %}'
    page = draw(way + '{% page_head "A note" crumbs=way %}')
    assert '<a href="/cases/">Cases</a>' in page and page.count("A note") == 1
    assert draw(way + '{% page_head "Write it" crumbs=way %}').count("A note") == 1


def test_cells_learn_the_name_of_their_column() -> None:
    table = (
        '<thead><tr><th scope="col">Site &amp; <b>shift</b></th><th>Hours</th></tr></thead>'
        '<tbody><tr><th scope="row">A</th><td class="num">8</td></tr><tr><td colspan="2">none</td></tr></tbody>'
    )
    shown = labelled(table)
    assert '<td class="num" role="cell" data-label="Hours">8</td>' in shown
    assert '<td colspan="2" role="cell">none</td>' in shown
    assert (
        labelled("<thead><tr><th>Site &amp; shift</th></tr></thead><tr><td>x</td></tr>").count(
            'data-label="Site &amp; shift"'
        )
        == 1
    )


def test_labelled_loses_nothing() -> None:
    odd = (
        "<tbody><!-- c --><tr><td>a &lt; b &#39; <br/><svg viewBox='0 0 1 1'><use href=\"#x\"/></svg></td></tr></tbody>"
    )
    shown = labelled(odd)
    assert "<!-- c -->" in shown
    assert "a &lt; b &#39; <br/><svg viewBox='0 0 1 1'><use href=\"#x\"/></svg>" in shown


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "today"), (1, "tomorrow"), (-1, "yesterday"), (3, "in 3 days"), (-2, "2 days ago"), (90, "")],
)
def test_days_are_said_from_today(days: int, words: str) -> None:
    day = timezone.localdate() + datetime.timedelta(days=days)
    assert draw("{{ day|from_today }}", day=day) == words


@time_machine.travel("2026-11-12 15:00:00+00:00", tick=False)
def test_times_are_absolute_and_relative() -> None:
    moment = datetime.datetime(2026, 11, 12, 14, 40, tzinfo=datetime.UTC)
    shown = draw("{% when moment %}", moment=moment)
    assert "20 minutes ago" in shown
    assert "12 Nov 2026" in shown
    assert 'datetime="2026-11-12T' in shown
    assert draw("{% when none %}", none=None) == ""
    assert "in 1 day" not in draw("{% when day relative=False %}", day=datetime.date(2026, 11, 13))


@pytest.mark.parametrize(("days", "words"), [(-12, "Overdue 12 days"), (-1, "Overdue 1 day"), (0, "Due today")])
def test_a_date_of_ours_says_how_late_it_is(days: int, words: str) -> None:
    day = timezone.localdate() + datetime.timedelta(days=days)
    assert words in draw("{% due day %}", day=day)


def test_a_date_ahead_is_named_and_no_date_is_nothing() -> None:
    ahead = timezone.localdate() + datetime.timedelta(days=3)
    shown = draw("{% due day %}", day=ahead)
    assert f"{ahead:%a} {ahead.day} {ahead:%b}" in shown
    assert "tag-bad" not in shown
    assert draw("{% due none %}", none=None) == ""


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120 Safari/537.36 Edg/120", "Edge, Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1", "Safari, iPhone"),
        ("Mozilla/5.0 (Linux; Android 14) Chrome/120 Mobile Safari/537.36", "Chrome, Android"),
        ("curl/8", "curl/8"),
    ],
)
def test_a_browser_is_named_in_words(agent: str, words: str) -> None:
    assert draw("{{ agent|device }}", agent=agent) == words


@pytest.mark.parametrize(
    ("cents", "words"), [(1230, "$12.30"), (-5, "-$0.05"), (123456789, "$1,234,567.89"), (None, "")]
)
def test_cents_are_shown_as_dollars(cents: int | None, words: str) -> None:
    assert draw("{{ cents|dollars }}", cents=cents) == words


def test_changes_are_said_aloud() -> None:
    assert "removed:" in draw("{% removed %}old{% endremoved %}")
    assert "added:" in draw("{% added %}new{% endadded %}")


def test_bars_are_shares_with_a_goal() -> None:
    rows = [Bar("Depot", 50, of=100), Bar("Annex", 90, of=100, url="/annex/"), Bar("Nobody", 0, of=0)]
    shown = draw('{% bar_rows rows "Density" head="Site" value_head="Members" goal=70 %}', rows=rows)
    assert 'class="bar-fg low" fill="#7a4a00" width="50"' in shown
    assert 'class="bar-fg" fill="#174a7c" width="90"' in shown
    assert "Goal 70%" in shown
    assert "0%" in shown


def test_bars_of_plain_numbers_fill_the_longest() -> None:
    shown = draw('{% bar_rows rows "Cases" head="Step" value_head="Cases" %}', rows=[Bar("1", 6), Bar("2", 3)])
    assert 'width="100" height="10"' in shown
    assert 'width="50" height="10"' in shown
    assert "%</td>" not in shown


@pytest.mark.parametrize("rows", [[], [Bar("a", 0)]])
def test_charts_survive_nothing(rows: list[Bar]) -> None:
    draw(
        '{% bar_rows rows "x" head="a" value_head="b" %}{% stacked_bar none "x" %}{% sparkline none "x" %}',
        rows=rows,
        none=[],
    )
    assert "Nothing to draw" in draw('{% line_chart none "x" head="a" value_head="b" %}', none=[])


def test_slices_fill_the_whole() -> None:
    shown = draw('{% stacked_bar parts "x" %}', parts=[Slice("a", 3), Slice("b", 1)])
    assert 'x="0" width="75"' in shown
    assert 'x="75" width="25"' in shown


def test_a_line_has_its_numbers_in_a_table() -> None:
    points = [Point("May", 60.0), Point("June", 70.5)]
    shown = draw('{% line_chart points "x" head="Month" value_head="Density" unit="%" goal=65 %}', points=points)
    assert "70.5%" in shown
    assert 'd="M4 96 L296 4"' in shown


class Sample(forms.Form):
    name = forms.CharField(label="Name", help_text="As others say it")
    kind = forms.ChoiceField(label="Kind", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)
    sure = forms.BooleanField(label="Sure", required=False)
    note = forms.CharField(label="Note", required=False)


def test_a_form_says_what_is_wrong_first_and_beside_the_field() -> None:
    shown = draw("{% form_body form %}", form=Sample({"sure": "on"}))
    assert "There are 2 problems" in shown
    assert 'href="#id_name"' in shown
    assert 'href="#id_kind_0"' in shown
    assert shown.index("There are 2 problems") < shown.index("<label")
    assert 'aria-describedby="id_name_helptext id_name_error"' in shown
    assert 'id="id_name_error"' in shown


def test_an_open_form_has_no_summary_and_marks_what_may_stay_empty() -> None:
    shown = draw("{% form_body form %}", form=Sample())
    assert "problem" not in shown
    assert shown.count("(optional)") == 1


def test_errors_of_formsets_are_in_the_summary() -> None:
    many = forms.formset_factory(Sample, extra=0)
    data = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-name": "", "form-0-kind": "a"}
    assert 'href="#id_form-0-name"' in draw("{% error_summary formset %}", formset=many(data))


def test_the_models_words_are_called_so_until_checked() -> None:
    assert "Model, not reviewed" in draw("{% model_box %}words{% endmodel_box %}")
    checked = draw('{% model_box reviewed_by="M. C." %}words{% endmodel_box %}')
    assert "Model, not reviewed" not in checked
    assert "checked by M. C." in checked
