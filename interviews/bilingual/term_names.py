"""How the names of terms are written: the forms that mean the same name, and letters that compare."""

import re
from itertools import product

# Scripts that put no space between words: Chinese characters and kana.
UNSPACED = "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
LETTER = rf"[^\W_{UNSPACED}]"
# Where a name may begin: at every character of an unspaced script, at the first letter of any other word.
START = re.compile(rf"[{UNSPACED}]|{LETTER}+")
WORD_LETTER = re.compile(LETTER)
UNSPACED_LETTER = re.compile(rf"[{UNSPACED}]")
HYPHENS = "-‐‑‒–—−－"
# Full-width signs as their half-width ones; every hyphen, dash and space as one separator; never another length.
SIGNS = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(map(ord, HYPHENS + " \t\n\u00a0\u2009\u202f\u3000"), "-"),
    **dict.fromkeys(map(ord, "’‘"), "'"),
}
PARTS = re.compile(
    rf"([{HYPHENS}]|\s+"  # between words
    rf"|(?<={LETTER})(?=[{UNSPACED}])|(?<=[{UNSPACED}])(?={LETTER})"  # between scripts: CAR-T细胞, CAR-T 细胞
    rf"|(?<=[A-Z])(?=[0-9]))"  # FLT3, FLT-3
)
WORD = re.compile(rf"{LETTER}+")
MASKED = re.compile(r"[^01]")
SPACES = re.compile(rf"(?<=[{UNSPACED}])\s+|\s+(?=[{UNSPACED}])")
CAPITAL, DIGIT, SPELLED = re.compile(r"[A-Z]"), re.compile(r"\d"), re.compile(r"[a-z]{2}")
# A name with more places than this where a separator may stand or not has the further ones as they are written.
MOST_OPTIONAL = 5


def plain(text: str) -> str:
    """Return a text of the same length in which every sign has one form; only the end of a paragraph still parts."""
    return text.replace("\n\n", "\0\0").translate(SIGNS)


def lower(text: str) -> str:
    """Return a text in lower case and of the same length."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def is_unspaced(name: str) -> bool:
    """Return whether a name holds a character of a script without spaces."""
    return UNSPACED_LETTER.search(name) is not None


def forms(name: str, *, abbreviation: bool = False) -> list[tuple[str, str]]:
    """Return the ways to write a name, each with a mask that has "1" where the case of the letter matters.

    All other letters of a form are in lower case.
    """
    name = SPACES.sub("", name.strip())
    exact = {word for word in WORD.findall(name) if _case_matters(word, short=abbreviation)}
    mask = MASKED.sub("0", WORD.sub(lambda word: "01"[word.group() in exact] * len(word.group()), name))
    name = WORD.sub(lambda word: word.group() if word.group() in exact else lower(word.group()), name)
    pieces, place, optional = [], 0, 0
    for number, part in enumerate(PARTS.split(name)):
        written = plain(part), mask[place : place + len(part)]
        place += len(part)
        if number % 2 == 0:
            pieces.append([written])
        elif part.isspace():
            pieces.append([("-", "0")])
        else:
            optional += 1
            pieces.append([("", ""), ("-", "0")] if optional <= MOST_OPTIONAL else [written])
    pieces[-1] = _with_plural(*pieces[-1][0])
    chosen = ((*choice,) for choice in product(*pieces))
    return [
        ("".join(text), "".join(exact)) for text, exact in (zip(*choice, strict=True) for choice in chosen) if any(text)
    ]


def fits(stretch: str, form: str, exact: str) -> bool:
    """Return whether a stretch of plain text that is a form's in lower case is it also where the case matters."""
    if "1" not in exact:
        return True
    letters = re.sub("-+", "-", stretch)
    return all(a == b for a, b, matters in zip(letters, form, exact, strict=True) if matters == "1")


def after_separators(text: str, place: int) -> int:
    """Return the place after a letter of a plain text, or after all the separators in a row."""
    if text[place] != "-":
        return place + 1
    while place < len(text) and text[place] == "-":
        place += 1
    return place


def may_end(text: str, place: int) -> bool:
    """Return whether a name may end at a place: not inside a word of a script with spaces."""
    inside = place < len(text) and WORD_LETTER.match(text[place]) and WORD_LETTER.match(text[place - 1])
    return not inside


def _case_matters(word: str, *, short: bool) -> bool:
    """Acronyms are what they are only in their own case: ALL, GvHD, CD19; `short` says that Ph is one as well."""
    capitals = len(CAPITAL.findall(word))
    acronym = (capitals > 1 or (capitals and DIGIT.search(word))) and not SPELLED.search(word)
    return bool(acronym or (short and capitals and len(word) <= 3))


def _with_plural(word: str, exact: str) -> list[tuple[str, str]]:
    """A Latin word also in its simple plural; of an acronym the case of the ending matters, too."""
    words = [(word, exact)]
    if re.search(r"[A-Za-z]$", word):
        words.append((word + "s", exact + exact[-1]))
    if exact.endswith("0") and re.search(r"(s|x|z|ch|sh)$", word):
        words.append((word + "es", exact + "00"))
    if exact.endswith("0") and re.search(r"[^\W\daeiou]y$", word):
        words.append((word[:-1] + "ies", exact + "00"))
    return words
