"""English numerals: thirty-seven, one hundred and twenty, 1.2 million, a dozen."""

import re

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
ONES = {word: value for value, word in enumerate(_ONES.split())}
TENS = {word: 10 * value for value, word in enumerate(_TENS.split(), start=2)}
ORDINALS = {word: value for value, word in enumerate(_ORDINALS.split(), start=1)}
LARGE = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12}

_ONE = "|".join(sorted(ONES, key=len, reverse=True))
_SMALL = rf"(?:(?:{'|'.join(TENS)})(?:[- ](?:{_ONE})\b)?|(?:{_ONE})\b)"
_HUNDRED = rf"(?:(?:{_SMALL}|an?)[- ]hundred\b(?:(?: and)? {_SMALL})?|{_SMALL})"
ARABIC = r"(?<!\d)\.\d+|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
WORDS = rf"(?:{_HUNDRED}|a)[- ](?:thousand|million|billion|dozen)\b(?: (?:and )?{_HUNDRED})?|{_HUNDRED}"
FRACTIONS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip


def value(text: str) -> float:
    """Return what a numeral in digits or words says; raises ValueError for anything else."""
    words = re.findall(r"[a-z]+|[\d.,]*\d", text.lower())
    total = section = 0.0
    for word in words:
        if word[-1].isdigit():
            section += float(word.replace(",", ""))
        elif word in ONES or word in TENS:
            section += ONES.get(word, TENS.get(word, 0))
        elif word == "hundred":
            section = (section or 1) * 100
        elif word in LARGE:
            total += (section or 1) * LARGE[word]
            section = 0.0
        elif word not in ("a", "an", "and"):
            raise ValueError(f"not a number: {text!r}")
    return round(total + section, 6)
