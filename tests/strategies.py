"""What hypothesis draws: whole interviews, as a file or a table may hold them."""

from datetime import UTC, datetime, timedelta, timezone
from string import ascii_letters

from hypothesis import strategies as st

from interviews.transcripts.transcript import (
    ORIGINS,
    ROLES,
    SECTIONS,
    TEXT_KINDS,
    TURN_KINDS,
    Biography,
    BiographyEntry,
    Conference,
    Credit,
    Speaker,
    Text,
    Transcript,
    Turn,
)

LANGUAGES = ("zh-hans", "en")
PUNCTUATION = " ，。：？（）·,.:?()-"
# Any character but the lone surrogates, which are no text, and NUL, which no database and no page takes.
CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
WORDS = st.text(CHARACTERS, min_size=1, max_size=12) | st.text(
    st.sampled_from("血液病白移植" + ascii_letters + PUNCTUATION + "\n"), min_size=1, max_size=12
)
ZONES = (UTC, timezone(timedelta(hours=8)), timezone(timedelta(hours=-3, minutes=-30)))


def texts(languages=(*LANGUAGES, "ja"), least=0):
    """Return a strategy for Texts in some of the languages."""
    return st.dictionaries(st.sampled_from(languages), WORDS, min_size=least, max_size=len(languages)).map(Text)


def partial_dates():
    """Return a strategy for a year, a month or a day."""
    days = st.dates().map(lambda day: day.isoformat())
    return st.sampled_from([4, 7, 10]).flatmap(lambda length: days.map(lambda day: day[:length]))


def moments(first=datetime(2, 1, 2), last=datetime(9998, 12, 30)):
    """Return a strategy for moments with a time zone."""
    return st.datetimes(first, last, timezones=st.sampled_from(ZONES))


def web_addresses():
    """Return a strategy for addresses of articles, none included."""
    return st.just("") | st.text(ascii_letters + "0123456789/?=&-", max_size=9).map(
        lambda end: f"https://a.example/{end}"
    )


def conferences(text):
    """Return a strategy for conferences, each with an acronym or a name."""
    made = st.builds(
        Conference,
        acronym=st.just("") | WORDS,
        edition=st.just("") | WORDS,
        name=text,
        start=st.none() | partial_dates(),
        end=st.none() | partial_dates(),
        city=text,
        country=st.sampled_from(["", "CN", "US"]),
    )
    return made.filter(lambda conference: conference.acronym or conference.name)


def speakers(key, text):
    """Return a strategy for a speaker under a key."""
    roles = st.sampled_from(ROLES)
    return st.builds(Speaker, st.just(key), name=text, honorific=text, affiliation=text, role=roles, disclosure=text)


def turns(number, keys, text, origin):
    """Return a strategy for a turn under a number."""
    speaker = st.sampled_from([None, *keys])
    return st.builds(Turn, st.just(number), st.sampled_from(TURN_KINDS), speaker, text, origin)


def origins(languages=LANGUAGES):
    """Return a strategy for the origins of a turn's texts."""
    return st.dictionaries(st.sampled_from(languages), st.sampled_from(ORIGINS)).map(Text)


def biographies(key, text):
    """Return a strategy for a speaker's career."""
    entry = st.builds(
        BiographyEntry,
        st.sampled_from(SECTIONS),
        st.none() | partial_dates(),
        st.none() | st.just("present") | partial_dates(),
        text,
    )
    return st.builds(Biography, st.just(key), st.lists(entry, max_size=3).map(tuple))


@st.composite
def transcripts(draw, languages=(*LANGUAGES, "ja")):
    """Draw a whole interview."""
    text = texts(languages)
    keys = draw(st.lists(st.sampled_from(["s1", "s2", "周", "a b"]), unique=True, max_size=3))
    numbers = draw(st.lists(st.integers(1, 2**31 - 1), unique=True, max_size=4))
    careers = draw(st.lists(st.sampled_from(keys), unique=True)) if keys else []
    named = ("title", "publication", "column", "editors_note", "notice", "disclaimer", "funding")
    return Transcript(
        **{field: draw(text) for field in named},
        published_at=draw(st.none() | moments()),
        source_url=draw(web_addresses()),
        conference=draw(st.none() | conferences(text)),
        text_kind=draw(st.sampled_from(TEXT_KINDS)),
        speakers=tuple(draw(speakers(key, text)) for key in keys),
        turns=tuple(draw(turns(number, keys, text, origins(languages))) for number in numbers),
        biographies=tuple(draw(biographies(key, text)) for key in careers),
        credits=tuple(draw(st.lists(st.builds(Credit, WORDS, WORDS), max_size=2))),
        tags=tuple(draw(st.lists(texts(languages, least=1), max_size=2))),
    )


def anything():
    """Return a strategy for whatever JSON can say, numbers without end and lone surrogates included."""
    strings = st.text(st.characters(), max_size=6)
    leaves = st.none() | st.booleans() | st.integers() | st.just(10**40) | st.floats() | strings
    return st.recursive(
        leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(strings, inner, max_size=3), max_leaves=6
    )
