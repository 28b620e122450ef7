"""Words typed and not yet in the house: who is given the key of their copy, and when a copy may be forgotten."""

from collections.abc import Callable

from django.test import Client

from unionops.platform.access.middleware import PUBLIC_COMPUTER
from unionops.platform.access.models import User
from unionops.platform.ui.typed import key_of

NEW = "/grievances/new/"


def test_each_person_has_a_key_of_their_own(make_user: Callable[..., User]) -> None:
    one, other = make_user("steward"), make_user("chief_steward")
    assert key_of(one) == key_of(User.objects.get(pk=one.pk))
    assert key_of(one) != key_of(other)


def test_a_shared_computer_is_given_no_key_and_the_page_says_so(
    make_user: Callable[..., User], sign_in: Callable[[User], Client]
) -> None:
    steward = make_user("steward")
    client = sign_in(steward)
    assert key_of(steward).encode() in client.get(NEW).content
    session = client.session
    session[PUBLIC_COMPUTER] = True
    session.save()
    page = client.get(NEW).content.decode()
    assert key_of(steward) not in page
    assert "typed.js" not in page
    assert "This computer is shared" in page


def test_a_copy_is_forgotten_on_the_page_after_its_words_were_saved_and_only_there(
    make_user: Callable[..., User], sign_in: Callable[[User], Client]
) -> None:
    client = sign_in(make_user("steward"))
    refused = client.post(NEW, {"title_text": "", "topic": "other", "typed": "typed.1.a"})
    assert refused.status_code == 422
    assert "typed.1.a" not in refused.content.decode()
    saved = client.post(NEW, {"title_text": "Gate closed", "topic": "other", "typed": "typed.1.b"}, follow=True)
    assert 'data-arrived="typed.1.b"' in saved.content.decode()
    assert 'data-arrived=""' in client.get(NEW).content.decode()
