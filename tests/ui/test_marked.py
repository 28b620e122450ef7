"""Passages of a search: the words looked for are marked, and nothing in a text becomes markup."""

from unionops.platform.search.snippets import snippet
from unionops.platform.ui.components.words import marked


def test_words_looked_for_are_marked_and_markup_is_only_ours() -> None:
    shown = marked(snippet("Pay <b>overtime</b> & rest", {"overtim"}))
    assert shown == "Pay &lt;b&gt;<mark>overtime</mark>&lt;/b&gt; &amp; rest"
