"""Where the sentences of English, and of languages written like it, end."""

import re
from collections.abc import Iterator

CITED = r"\[\d[\d,–-]*\]|(?<=[a-z)]\.)\d{1,2}(?:[,–-]\d{1,2})*(?=\s+[A-Z])"
END = re.compile(rf"(?P<mark>[.!?…。！？]+)(?P<closing>[\"'”’)\]»]*)(?P<cited>{CITED})?")


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _set("dr prof professor mr mrs ms mx st mt rev hon gen col capt lt sgt messrs mme mlle")
NEVER = TITLES | _set("i.e e.g vs v cf approx viz resp ca incl est ie eg")
BEFORE_NUMBERS = _set(
    """no nos fig figs eq eqs ref refs vol vols pp p art sec ch chap suppl tab
    jan feb mar apr jun jul aug sep sept oct nov dec"""
)
MAYBE = _set("al etc inc ltd co corp jr sr dept univ a.m p.m u.s u.k u.s.a e.u ph.d m.d b.sc m.sc d.c")
# Words that begin a sentence more often than they follow an abbreviation.
OPENERS = _set(
    """the this that these those we our i he she it they you his her its their there here in on at by for from to of
    with as an and but so or if when while although though because since after before during until once however thus
    therefore moreover furthermore additionally also besides meanwhile finally first second third then now today
    currently recently what who why how where which is are was were do does did can could will would should may might
    has have had not no yes some many most all both each another other such only even still perhaps overall patients
    results"""
)
SAID = "said|says|asked|replied|cried|answered|added|exclaimed|shouted|whispered|thought|remarked"
REPORTING = re.compile(rf"\s+(?:[A-Z][\w.'’-]*\s+){{1,4}}(?:{SAID})\b")
MARKER = re.compile(r"\s*[\"'“‘(]?(?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,4})$")
LISTED = re.compile(r"(?:^|(?P<word>[A-Za-z]*)[:;,.]\s+)\(?\d{1,2}$")
TOKEN = re.compile(r"(?:[A-Za-z]\.)*[A-Za-z]+$")
WORD = re.compile(r"[^\W\d_]+")
NUMBER = re.compile(r"\(?(?:\d|[IVX]+\b)")
OPENING = "\"'“‘([«"
SPACES = re.compile(r"\s*")
BRACKET = re.compile(r"[()\[\]]")


# So many characters before and behind a mark say whether it ends a sentence; an address is looked through for as many.
REACH = 80
LONGEST_ADDRESS = 300
LONGEST_ASIDE = 300


def ends(paragraph: str) -> Iterator[int]:
    """Yield the offset behind each sentence of a paragraph but the last."""
    marks = Marks(paragraph)
    start = 0
    for found in END.finditer(paragraph):
        end = marks.end(found)
        if end <= start or end >= marks.last or marks.in_aside(start, found.start(), end):
            continue
        if marks.ends_sentence(found, start):
            yield end
            start = SPACES.match(paragraph, end).end()


class Marks:
    """What surrounds the marks of a paragraph, asked from its beginning to its end.

    What was counted up to one mark is kept for the next: a text of any length is read once.
    """

    def __init__(self, paragraph: str) -> None:
        self.paragraph = paragraph
        self.last = len(paragraph.rstrip())
        self._quotes = dict.fromkeys("\"'", (0, 0))
        self._depth = (0, 0, 0)

    def ends_at(self, place: int, start: int) -> bool:
        """Return whether the mark at a place ends the sentence that began at `start`."""
        found = END.match(self.paragraph, place)
        return found is not None and self.ends_sentence(found, start)

    def ends_sentence(self, found: re.Match[str], start: int) -> bool:
        """Return whether a mark ends the sentence that began at `start`."""
        place, end = found.start(), self.end(found)
        begins = SPACES.match(self.paragraph, end).end()
        following = self.paragraph[begins : begins + REACH]
        spaced = begins > end
        if not _can_begin(following):
            return False
        if not found["mark"].startswith(".") or len(found["mark"]) > 1:
            quoted = set(found["closing"]) & set("\"'”’")
            reported = quoted and REPORTING.match(self.paragraph, end, begins + REACH)
            return (spaced or bool(quoted) or following[0].isupper()) and not reported
        if not spaced and not _begins_unspaced(self._token(place), following, found["closing"]):
            return False
        return not _abbreviated(self.paragraph[max(start, place - REACH) : place], following)

    def end(self, found: re.Match[str]) -> int:
        """Return the end with the quotation marks that close: a straight one before a word opens what follows."""
        closing, end = found["closing"], found.end()
        after = self.paragraph[end : end + 1]
        if closing and closing[-1] in "\"'" and after and not after.isspace() and not found["cited"]:
            return end - 1 if self._quoted(closing[-1], end) else end
        return end

    def in_aside(self, start: int, place: int, end: int) -> bool:
        """Return whether a mark stands in brackets that opened after the sentence began and go on."""
        closed = sum(character in ")]" for character in self.paragraph[place:end])
        return self._brackets(start, place) > closed and any(
            self.paragraph.find(bracket, end, end + LONGEST_ASIDE) >= 0 for bracket in ")]"
        )

    def _brackets(self, start: int, place: int) -> int:
        """How many brackets are open at a place; one around the whole sentence is none."""
        begun, read, depth = self._depth
        if begun != start or read == 0:
            read, depth = start + (self.paragraph[start : start + 1] in ("(", "[")), 0
        for bracket in BRACKET.findall(self.paragraph, read, place):
            depth = max(depth + (1 if bracket in "([" else -1), 0)
        self._depth = (start, max(read, place), depth)
        return depth

    def _quoted(self, quote: str, end: int) -> bool:
        read, count = self._quotes[quote]
        count += self.paragraph.count(quote, read, end)
        self._quotes[quote] = (end, count)
        return count % 2 == 1

    def _token(self, place: int) -> str:
        """The characters before a place, back to the last space."""
        before = self.paragraph[max(0, place - LONGEST_ADDRESS) : place]
        return "" if not before or before[-1].isspace() else before.split()[-1]


def _can_begin(following: str) -> bool:
    first = following.lstrip(OPENING + "-–—•*").lstrip()[:1]
    if not first.islower():
        return bool(following)
    # mRNA, iPSC and p53 begin sentences in small letters.
    return bool(re.match(r"[a-z]{1,3}[A-Z0-9]", following))


def _begins_unspaced(token: str, following: str, closing: str) -> bool:
    if re.search(r"://|@|^www\.", token):
        return False
    if closing or following[0] in OPENING or ord(following[0]) > 0x2E80:
        return True
    word = re.match(r"[A-Z][a-z]+\b|[AI]\b", following)
    if not word or not token:
        return False
    return bool(re.search(r"[a-z)\]”\"%]$", token)) or word[0].lower() in OPENERS


def _abbreviated(before: str, following: str) -> bool:
    token = TOKEN.search(before)
    opener = WORD.match(following.lstrip(OPENING))
    opens = opener is not None and opener[0].lower() in OPENERS and opener[0][0].isupper()
    listed = LISTED.search(before)
    if MARKER.fullmatch(before) or (listed and (listed["word"] or "").lower() not in BEFORE_NUMBERS):
        return True
    if token is None:
        return False
    word = token[0].lower()
    if word in NEVER:
        return True
    if word in BEFORE_NUMBERS:
        return bool(NUMBER.match(following))
    initial = len(word.split(".")[-1]) == 1 and token[0][-1].isupper() and following[0].isascii()
    return (word in MAYBE or initial) and not opens
