"""Words of alphabetic scripts as the aligner compares them: folded, without endings, numbers as their value."""

import re
import unicodedata
from functools import lru_cache

TOKEN = re.compile(r"[A-Za-z\u00c0-\u024f]+(?:['’][A-Za-z]+)?|\d+(?:[.,]\d+)*|[^\W\d_\u2e80-\u9fff\uf900-\ufaff]+")

# Base form first, then what is made of it; only forms that the endings below do not undo.
IRREGULAR = """
be am is are was were been being|have has had having|do does did done|go goes went gone|say said|tell told
think thought|know knew known|see saw seen|come came|take took taken|give gave given|make made|get got gotten
find found|leave left|feel felt|keep kept|hold held|bring brought|buy bought|catch caught|teach taught
fight fought|seek sought|begin began begun|drink drank drunk|sing sang sung|ring rang rung|swim swam swum
run ran|sit sat|stand stood|understand understood|lie lay lain|lose lost|meet met|speak spoke spoken
break broke broken|wake woke woken|steal stole stolen|choose chose chosen|freeze froze frozen
write wrote written|ride rode ridden|drive drove driven|rise rose risen|eat ate eaten|fall fell fallen
grow grew grown|blow blew blown|throw threw thrown|fly flew flown|draw drew drawn|show shown|wear wore worn
tear tore torn|bear bore borne|swear swore sworn|hear heard|send sent|spend spent|lend lent|build built
bend bent|sleep slept|weep wept|sweep swept|creep crept|lead led|feed fed|bleed bled|read|win won|hang hung
strike struck|stick stuck|shine shone|shoot shot|sell sold|pay paid|lay laid|mean meant|deal dealt
dream dreamt|learn learnt|burn burnt|hide hidden hid|bite bit bitten|forget forgot forgotten
forgive forgave forgiven|shake shook shaken|become became|bind bound|wind wound|grind ground|shut|let|put
child children|man men|woman women|foot feet|tooth teeth|mouse mice|goose geese|wife wives|life lives
knife knives|half halves|leaf leaves|thief thieves|wolf wolves|self selves|die died dying
good better best well|bad worse worst ill|many much more most|little less least|i me my mine myself
he him his himself|she her hers herself|it its itself|we us our ours ourselves
you your yours yourself yourselves thou thee thy|they them their theirs themselves|who whom whose|this these
that those|not no n't never none nothing|will would|can could|shall should|any some
"""
NUMBERS = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen twenty"""
TENS = "thirty forty fifty sixty seventy eighty ninety"
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth"
VALUES = (
    {word: value for value, word in enumerate(NUMBERS.split(), 1)}
    | {word: value for value, word in enumerate(ORDINALS.split(), 1)}
    | {word: 10 * value for value, word in enumerate(TENS.split(), 3)}
    | {"hundred": 100, "thousand": 1000, "dozen": 12}
)
BASE = {form: forms.split()[0] for forms in re.split(r"[|\n]", IRREGULAR.strip()) for form in forms.split()}

# What is cut, and how many letters have to stay.
ENDINGS = (
    ("ation", 4), ("ness", 4), ("ment", 4), ("less", 3), ("ing", 3), ("ity", 4), ("ion", 4), ("ive", 4), ("ous", 4),
    ("ful", 3), ("est", 4), ("ies", 3), ("ied", 3), ("ed", 3), ("es", 3), ("er", 4), ("or", 4), ("al", 4), ("ly", 3),
    ("ic", 4), ("s", 3), ("y", 3), ("i", 3), ("e", 3),
)  # fmt: skip
SMALL_WORDS = "a an the of to in on at by for with as be have do and or but if from into it that which"
STOP = frozenset(SMALL_WORDS.split())


def fold(text: str) -> str:
    """Return a text with compatibility forms, accents and case taken away."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return the comparable form of one folded word: its stem, or `#` and its value where it is a number."""
    if word[0].isdigit():
        return "#" + word.replace(",", "")
    if word in VALUES:
        return f"#{VALUES[word]}"
    if word in BASE:
        return BASE[word]
    return _cut(word)


def _cut(word: str) -> str:
    for ending, least in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least and not (ending == "s" and word.endswith("ss")):
            shorter = word[: len(word) - len(ending)]
            return BASE.get(shorter) or _cut(shorter)
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou" else word


def stems(text: str) -> list[str]:
    """Return the comparable form of every word and number of a text, in its order."""
    return [stem(part) for token in TOKEN.findall(fold(text)) for part in _parts(token)]


def _parts(token: str) -> list[str]:
    token = token.replace("’", "'")
    if token.endswith("n't"):
        return [token[:-3], "not"] if len(token) > 3 else ["not"]
    return [token.partition("'")[0]]
