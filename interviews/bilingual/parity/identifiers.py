"""Genes, antigens, drugs, diseases and trials: what keeps its name in every language."""

import re
from collections.abc import Iterator

from interviews.bilingual.parity import names
from interviews.bilingual.parity.facts import CERTAIN, SILENT, WEAK, Fact
from interviews.bilingual.parity.page import Page

REGISTRY = re.compile(
    r"(?<![A-Za-z])(?:NCT|ChiCTR|jRCT|UMIN|ISRCTN|CTR|EUCTR|ACTRN|KCT)-?[A-Za-z]{0,6}-?\d[\d-]*\d", re.ASCII
)
FUSION = re.compile(r"(?<![A-Za-z])BCR\s?(?:::|-|/)?\s?ABL1?(?![A-Za-z0-9])")
INTERLEUKIN = re.compile(r"(?:白(?:细胞)?介素|\b[Ii]nterleukin)[- ]?(\d+)")
CYTOGENETIC = re.compile(
    r"(?<![A-Za-z])(?:t|del|inv|add|dup|i)\s?\(\s?[\dXYpq;:. ]+\)(?:\([pq\d;. ]+\))?|"
    r"(?<![A-Za-z\d])\d{1,2}[pq]\d{0,2}(?:\.\d+)?[-+]?(?![A-Za-z\d])"
)
WORD = re.compile(r"(?<![A-Za-z0-9])[A-Za-zαβγδκλ0-9]+(?:(?:::|[-/×*.])[A-Za-z0-9αβγδκλ]+)*(?![A-Za-z0-9])")
LATIN_START = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]")
PLAIN_PART = re.compile(r"[A-Z]?[a-z]{2,}|[a-z]|[IVX]{1,4}")
LIKE_NAME = re.compile(r"[A-Z].*[A-Z]|[A-Z].*\d|[a-z]\d{2}|[a-z][A-Z]{2}")
NO_NAME = re.compile(
    r"(?:[DCGQ]\d{1,3}|C\d+D\d+|[IVX]+|[A-Z]|AM|PM|US|USA|UK|EU|OK|CEO|Q\dW|BID|QD|TID|DR|PROF|MD|PHD|RMB|"
    r"CNY|USD|IU)$"
)
LEADING_DIGIT = re.compile(r"(?:4-1BB|5-FU|6-MP|\d-[A-Z]{2,})$")
GREEK = str.maketrans({"α": "A", "β": "B", "γ": "G", "δ": "D", "κ": "K", "λ": "L"})

# Abbreviations that the other language often spells out: they answer for each other and are never missed.
_COMMON = """
CAR MRD CR CRI CRH CRC PR SD VGPR SCR ORR HSCT ALLOHSCT AUTOHSCT ASCT ALLO AUTO TKI BM PB PCR RTPCR QPCR
DPCR NGS WBC ANC PLT HB SOC DNA RNA MRNA CTDNA CFDNA ICU HR CI OR RR AE AES SAE TEAE MDT PI QOL ADC BITE TCE
GMP CMC LNP NK IPSC HLA ECOG PS PK PD DLT RP2D MTD LDH CNS CSF EFS LFS DLTS BMT HCT ALLOHCT PTCY ATG TBI RIC
MAC GVL IIT RCT IND NDA BLA RWS RWD RWE MR MMR DMR TFR CHR CCYR BTKI IMID IMIDS PIS CDR VH VHH SCFV TCR MHC
AI IT PET CT PETCT MRI EEG IVIG GCSF CRP TNF LVEF QTC CTCAE IMWG ELN NCCN WHO COVID19 PPT EBV CMV IPSS IPSSR
IPI ISS RISS TP BMI UCB PDX IST HMA HMAS SARSCOV2 TME DOT PROTAC HDAC
"""
COMMON = frozenset(_COMMON.split())
_GROUPS = {
    "congress": "ASH EHA ASCO ESMO CSCO EBMT ISEH CSH JSH ICML AACR TCT IMS ISH APBMT",
    "cell": "CART CARNK TCRT TIL CARM",
    "authority": "FDA NMPA EMA CDE PMDA",
}
SAME = {"P53": "TP53", "CKIT": "KIT", "MLL": "KMT2A", "MLLR": "KMT2A"}
GROUP_OF = {name: group for group, members in _GROUPS.items() for name in members.split()}


def read(page: Page) -> list[Fact]:
    """Take every name of a gene, drug, disease, trial or method from a page and return it as a fact."""
    facts = [*_patterns(page), *_named(page)]
    for match in page.find(WORD):
        if match[0].isalpha() and (match[0].islower() or match[0][1:].islower()):
            continue  # an ordinary word
        facts.extend(_tokens(page, match))
    return facts


def squeeze(text: str) -> str:
    """Return the letters and digits of a text in capitals: what a name looks like without its hyphens."""
    return re.sub(r"[^A-Z0-9]", "", text.translate(GREEK).upper())


def _patterns(page: Page) -> Iterator[Fact]:
    for pattern, canonical in (
        (REGISTRY, lambda match: squeeze(match[0])),
        (FUSION, lambda match: "BCRABL1"),
        (INTERLEUKIN, lambda match: f"IL{match[1]}"),
        (CYTOGENETIC, lambda match: match[0].lower().replace(" ", "")),
    ):
        for match in page.find(pattern):
            yield _fact(canonical(match), page.take(*match.span()), match.start())


def _named(page: Page) -> Iterator[Fact]:
    plain = page.text.lower()
    for place in range(len(plain) - 1):
        if page.text[place] >= "一" and plain[place : place + 2] in names.HAN:
            yield from _longest(page, plain, place, names.HAN[plain[place : place + 2]])
    for match in LATIN_START.finditer(page.text):
        place = match.start()
        if plain[place : place + 3] in names.LATIN:
            yield from _longest(page, plain, place, names.LATIN[plain[place : place + 3]])


def _longest(page: Page, plain: str, place: int, entries: list[tuple[str, str, str, int]]) -> Iterator[Fact]:
    for form, name, group, level in entries:
        end = place + len(form)
        if plain.startswith(form, place) and not (
            form[-1].isascii()
            and plain[end : end + 1].isascii()
            and plain[end : end + 1].isalpha()
            and plain[end] != "s"
        ):
            if page.text[place] == "\0":
                return
            yield Fact("identifier", name, group, page.take(place, end), level, group=group, start=place)
            return


def _tokens(page: Page, match: re.Match[str]) -> Iterator[Fact]:
    word = match[0]
    if word[0].isdigit() and not LEADING_DIGIT.match(word):
        return
    pieces = re.split(r"[/×]", word)
    place = match.start()
    letters = ""
    for piece in pieces:
        trimmed, offset = _trim(piece)
        if letters and piece.isdigit():
            trimmed, offset = letters + piece, 0
        # Plurals, and inhibitors by the name of what they inhibit: TKIs, FLT3i.
        name = squeeze(re.sub(r"(?<=[A-Z0-9])i?s?$", "", trimmed))
        if len(name) > 1 and LIKE_NAME.search(trimmed) and not NO_NAME.match(trimmed.upper()):
            year = re.fullmatch(r"([A-Z]{3,})-?(20\d\d)", trimmed)
            end = place + offset + (len(year[1]) if year else len(trimmed) if trimmed in piece else len(piece))
            yield _fact(year[1] if year else name, page.take(place + offset, end), place)
            letters = re.match(r"[A-Za-z-]*", trimmed)[0]
        place += len(piece) + 1


def _trim(piece: str) -> tuple[str, int]:
    """Cut the plain words off a compound: anti-CD19-directed is CD19."""
    parts = piece.split("-")
    offset = 0
    while parts and PLAIN_PART.fullmatch(parts[0]) and parts[0].upper() != parts[0]:
        offset += len(parts.pop(0)) + 1
    while parts and PLAIN_PART.fullmatch(parts[-1]) and parts[-1].upper() != parts[-1]:
        parts.pop()
    return "-".join(parts), offset


def _fact(name: str, printed: str, start: int) -> Fact:
    name = SAME.get(name, name)
    if name in names.ABBREVIATIONS:
        name, group, level = names.ABBREVIATIONS[name]
        return Fact("identifier", name, group, printed, level, group=group, start=start)
    base = re.sub(r"^(?:B|T|PH|RR|ND)(?=ALL$|AML$|MM$)", "", name)
    if base in names.ABBREVIATIONS:
        name, group, level = names.ABBREVIATIONS[base]
        return Fact("identifier", name, group, printed, level, group=group, start=start)
    if name in GROUP_OF:
        return Fact("identifier", name, "name", printed, WEAK, group=GROUP_OF[name], start=start)
    if name in COMMON or name.rstrip("S") in COMMON:
        return Fact("identifier", name.rstrip("S"), "name", printed, SILENT, group="common", start=start)
    # Mere letters may stand for words that the other language spells out; a name with a figure never does.
    level = CERTAIN if any(mark.isdigit() for mark in name) else WEAK
    return Fact("identifier", name, "name", printed, level, group="name", start=start)
