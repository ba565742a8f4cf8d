"""What an editor writes beside an article, and the errors that name the key."""

import pytest

from interviews.transcripts import sidecar
from interviews.transcripts.transcript import NO_TEXT, Conference, Text
from tests import builders as build

WHOLE = """
slug = "abc-2025-lin"
text_kind = "condensed"
topics = [{ "zh-hans" = "白血病", en = "Leukemia" }, { en = "Trials" }]

[notice]
en = "A report of what was said."

[conference]
acronym = "ABC"
edition = "2025"
start = "2025-10"
end = "2025-10-19"
country = "CN"
name = { "zh-hans" = "年会" }
city = { en = "Suzhou" }

[aliases]
"林安和" = ["Lin Anhe"]
"""


def test_every_key_is_read():
    read = sidecar.parse(WHOLE)
    assert (read.slug, read.text_kind, read.notice) == (
        "abc-2025-lin",
        "condensed",
        Text({"en": "A report of what was said."}),
    )
    assert read.conference == Conference(
        "ABC", "2025", Text({"zh-hans": "年会"}), "2025-10", "2025-10-19", Text({"en": "Suzhou"}), "CN"
    )
    assert read.aliases == {"林安和": ("Lin Anhe",)}
    assert read.topics == (build.text(("白血病", "Leukemia")), Text({"en": "Trials"}))


def test_an_empty_file_leaves_the_article_as_it_is():
    transcript = build.transcript(tags=(build.text(("白血病", "Leukemia")),), notice=build.text(("注", "Note")))
    assert sidecar.parse("").apply(transcript) == transcript


def test_what_the_file_says_goes_before_what_the_article_says():
    read = sidecar.parse(WHOLE)
    made = read.apply(build.transcript(notice=build.text(("注", "Note")), conference=Conference("XYZ", "2019")))
    assert (made.text_kind, made.notice, made.conference) == ("condensed", read.notice, read.conference)


def test_topics_join_the_tags_and_none_is_named_twice():
    transcript = build.transcript(tags=(Text({"zh-hans": "白血病"}), Text({"zh-hans": "移植"})))
    assert sidecar.parse(WHOLE).apply(transcript).tags == (
        build.text(("白血病", "Leukemia")),
        Text({"en": "Trials"}),
        Text({"zh-hans": "移植"}),
    )


def test_an_article_without_a_sidecar_says_its_own():
    assert sidecar.Sidecar().apply(build.transcript()).notice == NO_TEXT


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("slug = ", "not TOML"),
        ("a = " + "[" * 100_000, "not TOML"),
        ('slug = "Lin 2025"', "slug"),
        ('slug = "林"', "slug"),
        ('slug = "-a"', "slug"),
        ('slug = "' + "a" * 121 + '"', "slug"),
        ("slug = 7", "slug"),
        ('text_kind = "satire"', "text_kind"),
        ('titel = "x"', "titel: unknown key"),
        ('notice = "x"', "notice"),
        ("[notice]\nen = 7", r"notice\.en"),
        ('[notice]\nen = "a\\u0000b"', r"notice\.en"),
        ('conference = "ABC"', "conference"),
        ('[conference]\nvenue = "x"', r"conference\.venue: unknown key"),
        ("[conference]\nstart = 2025-10-16", r"conference\.start"),
        ('[conference]\nacronym = "ABC"\nstart = "October"', r"conference\.start"),
        ('[conference]\nacronym = "ABC"\nname = "x"', r"conference\.name"),
        ('[conference]\nedition = "2025"', "conference: "),
        ("aliases = 7", "aliases"),
        ('[aliases]\n"林安和" = "Lin Anhe"', r"aliases\.林安和: expected a list"),
        ('[aliases]\n"林安和" = [7]', r"aliases\.林安和"),
        ('topics = "Leukemia"', "topics"),
        ('topics = ["Leukemia"]', r"topics\[0\]"),
        ('topics = [{ en = "Leukemia" }, {}]', r"topics\[1\]"),
    ],
)
def test_an_error_names_the_key(text, says):
    with pytest.raises(ValueError, match="^" + says):
        sidecar.parse(text)
