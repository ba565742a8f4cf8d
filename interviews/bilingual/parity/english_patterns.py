"""What numbers, units, comparisons and dates look like in an English text."""

import re

from interviews.bilingual.parity.english_numerals import ARABIC, FRACTIONS, ORDINALS, WORDS
from interviews.bilingual.parity.facts import ANY

IDIOMS = re.compile(
    r"\bone of\b|\bfifty-fifty\b|(?<=\bno )one\b|\bone another\b|\bone's\b|\b(?:on|at) (?:the )?one (?:hand|"
    r"time|point|end)\b|\bone-size\b|\bone-time\b|"
    r"\bat first\b(?! relapse| diagnosis)|\bfirst and foremost\b|\bfirst of all\b|\bin the first place\b|"
    r"\bfirst-?hand\b|\bfirst-in-class\b|"
    r"\bsecond (?:to none|nature|thoughts?)\b|\bsecond-?hand\b|\bsplit second\b|\bthird part(?:y|ies)\b|"
    r"\bhalf-?li(?:fe|ves)\b|\bhalf-matched\b|"
    r"\b(?:first|second|latter|other|former) half\b|\bdouble-(?:blind|edged|hit|expressor)\w*|"
    r"\btriple-(?:negative|hit)\w*|"
    r"\bnext-generation\b|\bnew-generation\b|\barsenic trioxide\b|\bone (?:can|could|must|should|may|"
    r"might|has|needs|would|thing|way|day\b(?! (?:after|before|of|or|later)))|"
    r"\b(?:this|that|which|any|every|each|another|the) one\b(?! (?:year|month|week|day|hundred|"
    r"thousand|million|patient|case|third|quarter|fifth|in|out)s?|-)|\bone(?= (?:that|which|we|in which|where|"
    r"by one|is|was)\b)|"
    r"\bfor one\b(?! (?:year|month|week|day|cycle))|\bone or another\b|\b(?:third|fourth|three|"
    r"four)-dimensional\b|\bzero[- ]sum\b|\bten-to-one\b|\bin one's\b|\ball in one\b|\bone-stop\b|"
    r"(?<![\d.])\d[A-D]\b(?! ?\d)",
    re.IGNORECASE,
)
_MONTHS = "January February March April May June July August September October November December"
MONTHS = _MONTHS.split()
_MONTH = (
    r"(?P<{0}>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?P<{0}>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\d|%|,\d{{3}})"
DATE = re.compile(
    rf"(?<![A-Za-z]){_MONTH.format('month')}\s+(?:the )?{_DAY.format('day')}(?:\s*(?:-|~|to|through|until|"
    rf"and)\s*{_DAY.format('until')})?(?:,?\s+(?P<year>(?:19|20)\d\d))?"
    rf"|\b{_DAY.format('day2')}(?:\s*(?:-|~|to|"
    rf"and)\s*{_DAY.format('until2')})?\s+(?:of )?{_MONTH.format('month2')}\b(?:,?\s+(?P<year2>(?:19|20)\d\d))?"
    rf"|(?<![A-Za-z])(?!May (?!\d)|March (?!\d)){_MONTH.format('month3')}(?:,?\s+(?:of )?(?P<year3>(?:19|20)\d\d))?\b"
    r"|(?<=\b[iI]n )(?P<month4>May|March)\b|(?:since|by|until|from|early|late|mid|last|this|next|"
    r"of|for) (?P<month5>May|March)\b|\b(?P<month8>May|March)(?= of (?:this|next|last|the) )"
    r"|(?P<year6>(?:19|20)\d\d)[/.-](?P<month6>\d{1,2})[/.-](?P<day6>\d{1,2})(?!\d)"
    r"|(?<![\d.,$])(?P<year7>(?:19|20)\d\d)(?![\d,]*\d|\.\d|s\b|%)(?!\s(?:patients|people|cases|mg|"
    r"participants|samples|transplants|units|women|men|children|yuan|cells|adults|individuals|donors|doctors|"
    r"hospitals)\b)"
)
DECADE = re.compile(r"\b(?:19|20)(?P<decade>\d0)'?s\b")
FRACTION_HINT = re.compile(
    r"hir|quart|fif|sixth|venth|ighth|ninth|tenth|ourth|\d/\d|(?: in| out of)(?: every)? (?:\d|two|three|"
    r"four|five|six|seven|eight|nine|ten\b|twenty)"
)
DATE_HINT = re.compile(r"(?:19|20)\d\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec")
_FRACTION = "|".join(sorted((word for word in FRACTIONS if word not in ("half", "halves")), key=len, reverse=True))
FRACTION = re.compile(
    rf"\b(?P<part>one|two|three|four|five|seven|nine)[- ](?P<whole>{_FRACTION})s?\b(?! (?:line|dose|cycle|"
    r"generation|year|patient))"
    r"|\ban? (?P<whole2>third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b(?!-)(?! (?:is|was|has|dose|line|"
    r"time|option|cycle|course|generation|party|trial|study|transplant\w*|group|arm|drug|agent|issue|point|"
    r"question|way|wave|patient|case|approach|strategy|infusion|relapse|attempt|round|reason|challenge|factor|"
    r"possibility|category|type|kind|one|aspect|problem|role|stage|phase|product|target|remission|thing|area|step|"
    r"opinion|look|place|review|visit|year|month|week|day)\b| [a-z]+-)"
    rf"|\b(?=[\dotfsena])(?P<part3>{ARABIC}|{WORDS})(?: (?:patients|people|cases|children|"
    rf"adults))?,? (?:in|out of)(?: every)? (?P<whole3>{ARABIC}|{WORDS})\b(?! (?:years?|months?|weeks?|days?|"
    r"centers?|trials?|stud))"
    rf"|\b(?P<part5>one|1)(?: [a-z]+){{1,3}} (?:in|out of)(?: every)? (?P<whole5>{ARABIC}|"
    rf"{WORDS})\b(?! (?:years?|months?|weeks?|days?|centers?|trials?|stud|countr|hospital|patients? with|cit))"
    r"|(?<![\d.])(?P<part4>\d)/(?P<whole4>[2-9]|10)(?![\d/])(?= of)",
    re.IGNORECASE,
)
HALF = re.compile(
    r"\b(?:(?P<most>more than half|over half|the majority|(?<!\bat )most)|one[- ]half|(?:by |in |"
    r"(?<!and )an? )?(?<!and a )half)\b(?! (?:a |an )?(?:year|month|hour|decade|million|billion|dozen)s?\b)|"
    r"\bhalv(?:ed?|es|ing)\b",
    re.IGNORECASE,
)
AND_A_HALF = re.compile(
    r"\b(?:an?|one) (?P<unit>year|month|decade|day|week) and a half\b|\b(?P<unit2>fortnight)\b|"
    r"\b(?:every other|alternate|bi)[- ]?(?P<unit3>week)(?:ly)?\b",
    re.IGNORECASE,
)
HALF_UNIT = re.compile(r"\bhalf (?:an? )?(?=year|month|hour|decade)|\bhalf-(?=year)", re.IGNORECASE)
TIMES = re.compile(
    r"\b(?:(?P<two>double[ds]?|doubling|twofold|two-fold|twice)|(?P<three>triple[ds]?(?!-)|tripling|threefold)|"
    r"(?P<four>quadruple[ds]?|fourfold)|(?P<five>fivefold)|(?P<ten>tenfold))\b",
    re.IGNORECASE,
)
QUIET = re.compile(
    r"\b(?:(?P<n2>both|dual|double|pair|couple|either|neither|bispecific|doublet)|(?P<n3>triple|triplet|"
    r"quarterly)|(?P<n4>quadruple|quadruplet)|(?P<n20>twenties)|(?P<n30>thirties)|(?P<n40>forties)|"
    r"(?P<n50>fifties)|(?P<n60>sixties)|(?P<n70>seventies)|(?P<n80>eighties|octogenarians?)|(?P<n90>nineties)|"
    r"(?:per|every) (?:(?P<n1000>thousand)|(?P<n1000000>million))|(?P<n1>once|single|an? (?=year|month|week|day|"
    r"cycle|dose|patient|case|course)|annual(?:ly)?))\b",
    re.IGNORECASE,
)
ONE_UNIT = re.compile(r"\b(?:an?|each|per) (?P<unit>year|month|week|day|cycle|dose)\b|\bannual(?:ly)?\b", re.IGNORECASE)
DECADES = re.compile(
    r"\b(?:an?|the|this|past|last|next|first|previous|every|full|whole|entire) decade\b", re.IGNORECASE
)
VAGUE = re.compile(
    r"\b(?P<word>dozens|tens|hundreds|thousands|millions|decades)\b(?: of (?P<more>thousands|millions))?", re.IGNORECASE
)
VAGUE_VALUES = {"dozens": 10, "tens": 10, "hundreds": 100, "thousands": 1000, "millions": 1e6, "decades": 10}
POWER = re.compile(
    r"(?:(?P<factor>\d+(?:\.\d+)?)\s*[×xX*]\s*)?\b10(?:\^|(?=[⁻⁰¹²³⁴-⁹])|(?=-[3-9]\b(?!\s*(?:days?|weeks?|"
    r"months?|years?|%|mg))))\(?(?P<power>[-⁻]?[\d⁰¹²³⁴-⁹]+)\)?"
)
RATIO = re.compile(r"(?<![\d:])(\d{1,3}):(\d{1,3})(?![\d:])")
ORDINAL = "|".join(ORDINALS)
FIGURE = re.compile(
    rf"(?:(?<![\w.])|(?<=\b[DCG]))(?:(?P<figure>(?:{ARABIC})(?:[- ](?:thousand|million|billion)\b)?|"
    rf"\b(?:{WORDS})\b)(?P<half> and a half)?(?P<nth>st|nd|rd|th)?"
    rf"|\b(?P<ordinal>{ORDINAL}|hundredth|thousandth|upfront|front-?line|initial-line|(?:twent|thirt|fort|"
    rf"fift)(?:ieth|y-(?:{ORDINAL})))\b)",
    re.IGNORECASE,
)
_BETWEEN = (
    r"(?:(?:consecutive|treatment|full|further|additional|more|whole|calendar|straight|long|prior|"
    r"previous|induction|consolidation|chemotherapy|separate|follow-up|or so|odd|short|28-day|21-day|monthly|"
    r"complete|different|earlier|extra)[ -]){0,2}"
)
UNITS = (
    ("%", r"\s?%|[ -]per ?cent(?:age)?(?! points?)\b"),
    ("point", r"[ -](?:percentage[ -])?points?\b|[ -]percentage-point\b"),
    ("year", rf"[ -]?{_BETWEEN}(?:years?|yrs?)\b(?:[ -](?:old|of age)\b)?"),
    ("decade", rf"[ -]{_BETWEEN}decades?\b"),
    ("month", rf"[ -]?{_BETWEEN}(?:months?|mos?)\b"),
    ("week", rf"[ -]?{_BETWEEN}(?:weeks?|wks?)\b"),
    ("day", rf"[ -]?{_BETWEEN}days?\b"),
    ("hour", rf"[ -]?{_BETWEEN}(?:hours?|hrs?|h)\b"),
    ("minute", rf"[ -]?{_BETWEEN}min(?:utes?)?\b"),
    ("cycle", rf"[ -]?{_BETWEEN}(?:cycles?|courses?)\b"),
    (
        "dose",
        rf"[ -]?{_BETWEEN}(?:doses?|shots?|injections?)\b"
        r"(?![ -](?:escalat|find|limit|dense|adjust|reduc|respons|expan))",
    ),
    ("line", rf"[ -]?{_BETWEEN}(?:lines?\b|L\b)"),
    ("fold", r"[ -]?fold\b|[ -]times (?=as|more|higher|greater|the|that|lower|less|longer|faster)"),
    ("generation", r"[ -]generations?\b"),
    ("minute", r"[ -]?min(?:utes?)?\b"),
    ("yuan", r"\s?(?:yuan|RMB|CNY|renminbi)\b"),
    ("dollar", r"\s?(?:(?:US )?dollars?|USD)\b"),
)
UNIT = re.compile("|".join(f"(?P<u{place}>{pattern})" for place, (_, pattern) in enumerate(UNITS)), re.IGNORECASE)
PREFIXES = (
    ("grade", r"\b(?:(?i:grades?)|Gr\.?|G)"), ("period", r"\b(?i:phases?|stages?)"), ("day", r"\b(?i:days?)|\bD"),
    ("week", r"\b(?i:weeks?)"), ("month", r"\b(?i:months?)"), ("year", r"\b(?i:years?)"), ("cycle",
        r"\b(?i:cycles?)|\bC"),
    ("yuan", r"[¥￥]|\bRMB|\bCNY"), ("dollar", r"\$|\bUSD"),
)  # fmt: skip
PREFIX = re.compile(
    "(?:"
    + "|".join(f"(?P<p{place}>{pattern})" for place, (_, pattern) in enumerate(PREFIXES))
    + r")(?:[ -]?)(?P<bound>[≥≤<>]=?\s?)?$"
)
BEFORE = (
    (frozenset({"<", "~"}), r"just (?:under|below)|slightly (?:under|below|less than|fewer than)"),
    (frozenset({">", "~"}), r"(?:just|a little|slightly) (?:over|above|more than)"),
    (frozenset({">="}),
        r"at least|no (?:fewer|less|lower|sooner|earlier) than|not (?:less|fewer|lower|below) than|"
        r"not (?:less|fewer|lower) than|not below|a minimum of|minimum|≥|>="),
    (frozenset({"<="}),
        r"at most|no (?:more|greater|higher|longer|later) than|not (?:more|greater|higher|longer) than|"
        r"not (?:to )?exceed(?:ing|ed)?|never exceed(?:ed|s)?|a maximum of|maximum|≤|<=|not over|capped at"),
    (frozenset({"<"}),
        r"(?:less|fewer|lower|younger|shorter|smaller|earlier) than|below|under|short of|"
        r"not (?:even )?(?:reach|reached)|shy of|beneath|<"),
    (frozenset({">"}),
        r"(?:more|greater|higher|older|longer|larger|later|better) than|above|exceed(?:s|ed|ing)?|"
        r"surpass(?:es|ed|ing)?|upwards? of|north of|beyond|in excess of|top(?:s|ped|ping)|past the|(?:pass|"
        r"cross)(?:es|ed|ing)?(?: the)?|br(?:eak|oke)\w*(?: through)?(?: the)?|>"),
    (frozenset({">", "over"}), r"over"),
    (frozenset({"~", "<", "="}),
        r"nearly|almost|close to|approaching|approach(?:es|ed)|not quite|virtually|close on|getting on for"),
    (frozenset({"~", "="}),
        r"about|around|approximately|roughly|an estimated|circa|or so|in the region of|on the order of|~"),
    (frozenset({"~", "=", ">"}), r"some"),
    (ANY,
        r"up to|as (?:many|much|high|long|low|few|early|late|soon|little|short) as|within|reach(?:es|ed|"
        r"ing)?(?: as high as)?"),
)  # fmt: skip
HEAD = re.compile(
    r"(?:"
    + "|".join(f"(?P<b{place}>(?<![A-Za-z]){pattern})" for place, (_, pattern) in enumerate(BEFORE))
    + r")\s?(?:(?:an?|the) (?:[A-Za-z\0-]+ ){1,3}?of |the |a |an |about |roughly |approximately |some |day |"
    r"age |around |that of )?$",
    re.IGNORECASE,
)
TAIL = re.compile(
    r"(?:(?P<least>\+(?!\d)|-?plus\b|[ ,]*[(]?(?:[a-z-]+ ){0,3}?(?:or|and) (?:higher|more|above|greater|"
    r"older|later|longer|worse|beyond|over|up|upwards?|severer)\b)"
    r"|(?P<most>[ ,]*(?:[a-z-]+ ){0,3}?(?:or|and) (?:lower|less|fewer|below|under|younger|shorter|"
    r"earlier)\b)"
    r"|(?P<latest> at (?:the )?(?:latest|most)\b)|(?P<earliest> at (?:the )?(?:least|earliest)\b)|(?P<about> or so\b)"
    r"|(?P<above>[ -]odd\b))",
    re.IGNORECASE,
)
TAILS = {
    "least": frozenset({">="}), "most": frozenset({"<="}), "latest": frozenset({"<="}),
    "earliest": frozenset({">="}), "about": frozenset({"~", "="}),
    "above": frozenset({">", "~"}),
}  # fmt: skip
THROUGH = re.compile(r"\s?(?:-|~|to|through|up to)\s?(?:the )?(?:day |grade |week )?", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween (?:the )?(?:day|days|week|weeks|age|ages|grade)?\s?$", re.IGNORECASE)
LISTED = re.compile(r"\s?(?:,|, and|, or|and|or|/|&|, then)\s?(?:even )?(?:day |grade |week )?", re.IGNORECASE)
COUNTED = re.compile(
    r" (?:patients?|cases?|doses?|infusions?|injections?|cycles?|courses?|cent(?:er|re)s?|stud(?:y|ies)|"
    r"trials?|arms?|lines?|child|relapse|death|transplants?)\b"
)
ROMAN = re.compile(
    r"\b(?P<unit>phases?|stages?|grades?)[ -](?P<first>I{1,3}V?|IV|V|"
    r"[ⅠⅡⅢⅣⅤ])(?P<letter>[abAB])?(?:(?P<gap>\s?(?:/|-|to|or|and)\s?)(?P<second>I{1,3}V?|IV|V|"
    r"[ⅠⅡⅢⅣⅤ])(?P<letter2>[abAB])?)?(?![A-Za-z])",
    re.IGNORECASE,
)
