"""Where the languages disagree: found at each change, shown only where an editor has confirmed it."""

from interviews import storage
from interviews.models import Turn
from tests import builders as build

DIFFERING = (("有效率是多少？", "What was the response rate?"), ("缓解率为81%。", "The response rate was 18%."))


def answer(interview):
    return interview.turns.get(number=2)


def confirm(turn):
    finding = turn.differences["findings"][0]
    confirmed = [{"hash": turn.differences["hash"], "segment": finding["segment"], "kind": finding["kind"]}]
    Turn.objects.filter(pk=turn.pk).update(confirmed_differences=confirmed)


def test_a_difference_is_found_when_a_turn_is_saved(db):
    turn = answer(build.interview(*DIFFERING))
    assert [(row["segment"], row["kind"]) for row in turn.differences["findings"]] == [(1, "percent")]
    assert turn.differences["findings"][0]["printed"] == {"zh-hans": "81%", "en": "18%"}
    assert turn.differences["hash"] == turn.segments["hash"]


def test_a_turn_that_agrees_or_speaks_one_language_has_none(db):
    agreeing = build.interview(("问？", "Why?"), ("缓解率为81%。", "The response rate was 81%."))
    alone = build.interview(("问？", "Why?"), ("缓解率为81%。", ""))
    assert answer(agreeing).differences["findings"] == answer(alone).differences["findings"] == []


def test_readers_see_only_what_an_editor_has_confirmed(client, db):
    made = build.interview(*DIFFERING)
    address = f"/en/interviews/{made.slug}/"
    assert "≠" not in client.get(address).text
    confirm(answer(made))
    assert client.get(address).text.count("≠") == 2  # once in each language


def test_a_confirmed_difference_is_void_when_the_text_changes(client, db):
    made = build.interview(*DIFFERING)
    confirm(answer(made))
    turn = answer(made)
    turn.text_en = "The response rate was 81%."
    turn.save()
    storage.settle(made)
    assert answer(made).differences["findings"] == []
    assert "≠" not in client.get(f"/en/interviews/{made.slug}/").text
