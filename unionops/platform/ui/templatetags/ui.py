"""{% load ui %}: every part a page may be made of; signatures are the contract, the gallery (/ui/) shows them."""

from django import template

from unionops.platform.ui.components import buttons, charts, forms, layout, lists, machine, words
from unionops.platform.ui.templatetags import _frame

register = template.Library()

for _tag in (
    words.icon,
    words.tag,
    words.when,
    words.due,
    layout.crumb,
    layout.page_head,
    layout.stat,
    layout.fact,
    lists.step,
    lists.rung,
    lists.tab,
    lists.chip,
    lists.pager,
    buttons.link_button,
    buttons.button,
    buttons.copy_button,
    buttons.share_button,
    buttons.print_button,
    machine.progress_bar,
    machine.model_off,
    forms.error_summary,
    forms.form_body,
    forms.form_row,
    charts.bar_rows,
    charts.stacked_bar,
    charts.sparkline,
    charts.line_chart,
):
    register.simple_tag(_tag)

for _block in (
    layout.fill,
    layout.card,
    layout.stat_row,
    layout.notice,
    layout.empty,
    layout.facts,
    lists.data_table,
    lists.timeline,
    lists.entry,
    lists.steps,
    lists.ladder,
    lists.tabs,
    lists.filter_panel,
    lists.chips,
    lists.bulk_bar,
    lists.menu,
    machine.model_box,
    machine.quote_block,
    machine.fold,
    forms.field_row,
    forms.form_buttons,
    words.removed,
    words.added,
):
    register.simple_block_tag(_block)

register.simple_tag(buttons.post_button, takes_context=True)
register.simple_tag(_frame.may, takes_context=True)
register.simple_tag(_frame.sections, takes_context=True)
register.simple_tag(_frame.typed_words, takes_context=True)
register.simple_tag(_frame.banners, takes_context=True)
register.simple_tag(_frame.news_waiting, takes_context=True)
register.filter("device", words.device)
register.filter("dollars", words.dollars)
register.filter("from_today", words.from_today)
register.filter("shift_name", words.shift_name)
register.filter("marked", words.marked)
register.filter("optional", forms.optional)
