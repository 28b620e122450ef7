"""Search by meaning, over real HTTP against the stand-in: only what changed is embedded, and words alone do without."""

import numpy as np
import pytest

from unionops.platform.ai import state
from unionops.platform.search import embedding, meaning, tasks
from unionops.platform.search.models import Vectors
from unionops.platform.search.queries import search
from unionops.platform.search.services import Document, drop_document, index_documents, put_document
from unionops.platform.search.windows import windows

pytestmark = pytest.mark.django_db
SILENT = Document("silent", "", "what is it that you have")
ROWS = [Document(f"d{n}", "Pier", f"Ferry number {n} is moored at the pier overnight.") for n in range(70)]


def embed_all(by):
    tasks.embed_texts.run_now(by=by)


def texts_sent(ollama):
    return [text for body in ollama.asked("/api/embed") for text in body["input"]]


def test_only_what_changed_is_read_again(ollama, as_system):
    index_documents(kind="t", scope="s", documents=ROWS)
    assert embedding.embed_piece(by=as_system)
    assert len(texts_sent(ollama)) == embedding.BATCH
    embed_all(as_system)
    assert len(texts_sent(ollama)) == len(ROWS)
    assert not embedding.embed_piece(by=as_system)
    changed = [*ROWS[1:], Document("new", "Pier", "A new ferry was bought.")]
    index_documents(kind="t", scope="s", documents=changed)
    embed_all(as_system)
    assert texts_sent(ollama)[len(ROWS) :] == ["Pier\nA new ferry was bought."]
    assert sum(row.count for row in Vectors.objects.all()) == len(changed)


def test_another_model_means_other_vectors_and_none_are_mixed(ollama, as_system):
    index_documents(kind="t", scope="s", documents=ROWS[:3])
    embed_all(as_system)
    before = set(Vectors.objects.values_list("profile", flat=True))
    embedding_profile = embedding.embedder.current().profile()
    assert before == {embedding_profile}
    Vectors.objects.update(profile="older")
    embedding.Scope.objects.update(embedded="older:1")
    embed_all(as_system)
    assert set(Vectors.objects.values_list("profile", flat=True)) == {embedding_profile}
    assert len(texts_sent(ollama)) == 6


def test_what_words_cannot_find_is_found_by_meaning_and_labels_stay_first(ollama, as_system):
    index_documents(kind="t", scope="s", documents=[*ROWS, SILENT, Document("l", "Rest", "Breaks are paid.", "18.4")])
    asked = "what is it that you have"
    assert search("t", asked, by=as_system) == []
    embed_all(as_system)
    assert search("t", asked) == []
    assert search("t", asked, by=as_system)[0].key == "silent"
    assert search("t", "18.4", by=as_system)[0].key == "l"
    assert (
        search("t", asked, by=as_system, keys={"d1"}) == []
        or search("t", asked, by=as_system, keys={"d1"})[0].key == "d1"
    )


def test_without_an_answer_from_the_model_words_alone_are_used(ollama, as_system):
    index_documents(kind="t", scope="s", documents=[*ROWS, SILENT])
    embed_all(as_system)
    ollama.library.drop("embeddinggemma")
    state.forget()
    assert search("t", "what is it that you have", by=as_system) == []
    assert search("t", "ferry number 7", by=as_system)[0].key == "d7"
    assert not embedding.embed_piece(by=as_system)


def test_a_scope_cleared_up_to_one_run_again_is_read_anew(ollama, as_system):
    index_documents(kind="t", scope="s", documents=[*ROWS[:3], SILENT])
    embed_all(as_system)
    assert search("t", SILENT.body, by=as_system)[0].key == "silent"
    put_document(kind="t", scope="s", document=Document("silent", "", "what is it that we have not"))
    embed_all(as_system)
    assert Vectors.objects.count() == 1
    assert search("t", "what is it that we have not", by=as_system)[0].key == "silent"


def test_vectors_die_with_their_text(ollama, as_system):
    for row in [*ROWS[:5], SILENT]:
        put_document(kind="t", scope="s", document=row)
    embed_all(as_system)
    drop_document(kind="t", scope="s", key="silent")
    assert "silent" not in [hit.key for hit in search("t", "what is it that you have", by=as_system)]
    embed_all(as_system)
    assert sum(row.count for row in Vectors.objects.all()) == 5


def test_long_texts_are_read_in_windows_that_overlap():
    words = [f"w{n}" for n in range(400)]
    found = list(windows(3, "Head", " ".join(words)))
    assert len(found) > 2 and all(window.text.startswith("Head\n") for window in found)
    assert {word for window in found for word in window.text.split()} >= set(words)
    assert list(windows(0, "", "")) == []


def test_a_short_list_by_signs_finds_the_nearest_of_many():
    import numpy as np

    from unionops.platform.search import meaning

    rng = np.random.default_rng(5)
    data = rng.normal(size=(20_500, 64)).astype(np.float16)
    held = meaning.Meanings(np.arange(len(data)), data, np.packbits(data > 0, axis=1))
    for wanted in (3, 9000, 20400):
        query = data[wanted].astype(float) + rng.normal(scale=0.1, size=64)
        assert meaning.nearest([held], list(query), 1) == [(0, wanted)]


def test_the_nearest_documents_are_those_a_plain_walk_finds():
    """A document counts by its nearest window; of equals the earlier document comes first."""
    rng = np.random.default_rng(4)
    data = rng.integers(-2, 3, (300, 6)).astype(np.float16)
    positions = np.repeat(np.arange(100), 3).astype(np.int64)
    held = meaning.Meanings(positions, data, np.packbits(data > 0, axis=1))
    query = [1.0, -1.0, 0.5, 0.0, 2.0, 1.0]
    best = {}
    for position, row in zip(positions, data, strict=True):
        best[int(position)] = max(best.get(int(position), -99.0), float(row.astype(np.float32) @ np.float32(query)))
    plain = sorted(best, key=lambda position: (-best[position], position))[:20]
    assert [position for _place, position in meaning.nearest([held], query, 20)] == plain
