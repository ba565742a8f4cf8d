"""Articles from files into the archive: repeatable, one transaction each, nothing overwritten unasked."""

import hashlib
import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.db import DatabaseError
from django.db.models import Q

from interviews import storage
from interviews.formats import json as archive_json
from interviews.models import Interview, Source, language
from interviews.transcripts import article, sidecar
from interviews.transcripts.article import decoding
from interviews.transcripts.findings import Finding
from interviews.transcripts.transcript import Transcript

logger = logging.getLogger(__name__)
SUFFIXES = (".txt", ".json")


@dataclass(frozen=True)
class Outcome:
    """What became of one file: added, unchanged, replaced, failed, or differs (known, changed, not applied)."""

    path: Path
    result: str
    detail: str = ""
    findings: tuple[Finding, ...] = ()
    interview: Interview | None = None


@dataclass(frozen=True)
class _Received:
    """One file as read: its text and what it says."""

    path: Path
    text: str
    sha256: str
    transcript: Transcript
    findings: tuple[Finding, ...]
    beside: sidecar.Sidecar = field(default_factory=sidecar.Sidecar)


def article_files(paths: Iterable[Path]) -> list[Path]:
    """Return the articles among files and folders, in the order of their names; a named file is always one.

    Raises FileNotFoundError for a path that does not exist.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = (file for file in sorted(path.rglob("*")) if file.suffix.lower() in SUFFIXES and file.is_file())
            found |= dict.fromkeys(file for file in inside if not _is_hidden(file.relative_to(path)))
        elif path.exists():
            found[path] = None
        else:
            raise FileNotFoundError(path)
    return list(found)


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def import_files(paths: Iterable[Path], *, publish: bool = False, replace: bool = False) -> Iterator[Outcome]:
    """Import files one after another and tell of each what became of it; a bad one does not stop the rest.

    New interviews become drafts, or published ones with `publish`. With `replace`, the changed source of a draft
    takes the draft's place.
    """
    for path in paths:
        try:
            yield import_file(path, publish=publish, replace=replace)
        except (ValueError, OSError, DatabaseError) as error:
            yield Outcome(path, "failed", str(error))
        except Exception as error:  # a fault of ours in one article must not cost the others their import
            logger.exception("importing %s", path)
            yield Outcome(path, "failed", f"{type(error).__name__}: {error}")


def import_file(path: Path, *, publish: bool = False, replace: bool = False) -> Outcome:
    """Import one article or Transcript JSON in one transaction.

    Raises ValueError for a text that is no article, OSError for a file that cannot be read.
    """
    received = _read(path)
    with storage.writing():
        known = Source.objects.filter(sha256=received.sha256).select_related("interview").first()
        if known and known.interview and known.applied:
            return Outcome(path, "unchanged", interview=known.interview)
        if earlier := _earlier(received):
            return _propose(received, earlier, replace=replace, publish=publish)
        return _add(received, publish=publish)


def _read(path: Path) -> _Received:
    raw = path.read_bytes()
    text, _encoding = decoding.decode(raw)
    beside = path.with_suffix(".toml")
    extra = sidecar.Sidecar()
    digest = hashlib.sha256(raw)
    if beside.exists() and beside != path:
        # A corrected sidecar is a changed source: it decides what kind of text the article is said to be.
        digest.update(b"\0" + beside.read_bytes())
        try:
            extra = sidecar.parse(beside.read_text(encoding="utf-8"))
        except ValueError as error:
            raise ValueError(f"{beside.name}: {error}") from None
    if path.suffix.lower() == ".json":
        transcript, findings = archive_json.load(text), ()
    else:
        parsed = article.parse(text)
        transcript, findings = parsed.transcript, parsed.findings
    return _Received(path, text, digest.hexdigest(), extra.apply(transcript), findings, extra)


def _earlier(received: _Received) -> Interview | None:
    """The interview that an earlier state of this article became: by its address, or its title, date and place."""
    slug, transcript = received.beside.slug, received.transcript
    if slug and (named := Interview.objects.filter(slug=slug).first()):
        return named
    if transcript.source_url and (linked := Interview.objects.filter(source_url=transcript.source_url).first()):
        return linked
    titled = language.any_language("title", "in", list(transcript.title.values())) if transcript.title else Q(pk=None)
    dated = Q(published_at=transcript.published_at) if transcript.published_at else Q(pk=None)
    # A file that is overwritten keeps its place; it is the same article only if its title or its date says so too.
    here = Q(pk__in=Source.objects.filter(received_from=_place(received.path)).values("interview"))
    return Interview.objects.filter((titled & dated) | (here & (titled | dated))).order_by("pk").first()


def _add(received: _Received, *, publish: bool) -> Outcome:
    interview, remarks = storage.store(
        received.transcript, slug=received.beside.slug, aliases=received.beside.aliases, to_be_published=publish
    )
    findings = received.findings + _unsure(remarks)
    _keep(received, interview, findings)
    if publish:
        storage.publish(interview)
    return Outcome(received.path, "added", interview.slug, findings, interview)


def _propose(received: _Received, interview: Interview, *, replace: bool, publish: bool) -> Outcome:
    if not replace:
        _keep(received, interview, received.findings, applied=False)
        why = f"changed source of {interview.slug}; not applied (--replace does it for drafts)"
        return Outcome(received.path, "differs", why, received.findings, interview)
    remarks = storage.replace(interview, received.transcript, aliases=received.beside.aliases, to_be_published=publish)
    interview.sources.update(applied=False)
    findings = received.findings + _unsure(remarks)
    _keep(received, interview, findings)
    if publish:
        storage.publish(interview)
    return Outcome(received.path, "replaced", interview.slug, findings, interview)


def _keep(received: _Received, interview: Interview, findings: tuple[Finding, ...], *, applied: bool = True) -> None:
    Source.objects.update_or_create(
        sha256=received.sha256,
        defaults={
            "interview": interview,
            "text": received.text,
            "received_from": _place(received.path),
            "findings": [vars(finding) for finding in findings],
            "applied": applied,
        },
    )


def _unsure(remarks: Iterable[str]) -> tuple[Finding, ...]:
    return tuple(Finding(0, "unsure", "", remark) for remark in remarks)


def _place(path: Path) -> str:
    return str(path.resolve())[-500:]
