"""Invented English: real function words on top, then forms of words that nobody says, inflected as English inflects."""

from random import Random

FORMS = 40_000
PRINTED = """
the of and in to a is that we with for patients this are be as not it have on by from was our can their more
these which at or were but has they than also there after who may treatment study will data been should all one
disease how what when most other between both into so very those time many cells high during such no only would
first clinical some if about had results new however because use two years risk group still them well before
each response even over under months based where benefit approach better question while days without early low
good long less then now whether same cases your think age seen further given levels rate role often effect need
within course care part few level
"""
COMMON = PRINTED.split()
CONSONANTS, CLUSTERS = "bcdfghlmnprstv", "br cl cr dr fl gl gr pl pr sc sl sp st tr thr ph"
VOWELS, ENDS = "a e i o u ea ou io au", "n r l s t m nd nt st rm ct x p ck"
ONSETS, NUCLEI, CODAS = [*CONSONANTS, *CLUSTERS.split()], VOWELS.split(), ENDS.split()
NOUN, VERB, ADJECTIVE = ("", "s", "al", "ally"), ("", "s", "ed", "ing"), ("", "ly", "ness", "er")


def words(random: Random, count: int = FORMS) -> list[str]:
    """Return distinct word forms, the most frequent first; those of one word lie far apart, as they do in texts."""
    made: dict[str, None] = {}
    while len(made) < count:
        stem = _stem(random)
        made |= dict.fromkeys(stem + ending for ending in random.choice((NOUN, NOUN, VERB, ADJECTIVE)))
    invented = [form for form in made if form not in COMMON]
    random.shuffle(invented)
    return [*dict.fromkeys(COMMON), *invented][:count]


def _stem(random: Random) -> str:
    syllables = [random.choice(ONSETS) + random.choice(NUCLEI) for _ in range(random.choice((1, 1, 2, 2, 2, 3)))]
    return "".join(syllables) + random.choice(CODAS)
