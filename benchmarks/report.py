"""One run: a corpus, its index, and what searches and pages over it take, told as it becomes known."""

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from django.core.management import call_command
from django.db.models import Count

from benchmarks import pages
from benchmarks.corpus import Corpus, Size
from benchmarks.filling import fill, is_filled
from benchmarks.machine import machine, pace, peak_memory
from benchmarks.measuring import Browser, Case, Measurement, table
from benchmarks.searches import searches
from benchmarks.sizes import is_empty, sizes
from interviews.indexing import checking
from interviews.models import Term

MIB = 2**20
PROJECT = Path(__file__).resolve().parent.parent


def run(size: Size, runs: int) -> dict:
    """Measure everything over a corpus of a size, which is made if it is not there yet; returns all figures."""
    call_command("migrate", verbosity=0)
    figures = {"machine": machine(), "corpus": asdict(size), "filled": None if is_filled(size) else _filled(size)}
    say("\n".join(f"- {name}: {value}" for name, value in figures["machine"].items()))
    figures["index"] = _indexed(size)
    browser = Browser()
    for title, cases in (
        ("Searches", searches(Corpus(size))),
        ("Lists of interviews", pages.lists()),
        ("Pages", pages.pages()),
    ):
        figures[title] = [asdict(row) for row in _measured(browser, title, cases, runs)]
        say(f"At its end: {pace()}.")
    return figures


def say(text: str) -> None:
    """Tell at once what is known."""
    print(f"\n{text}", flush=True)


def _filled(size: Size) -> dict:
    seconds = fill(size)
    say(
        f"{size.turns:,} turns in {size.interviews:,} interviews of {size.speakers:,} people were written in "
        f"{seconds:.0f} s, {size.turns / seconds:,.0f} turns/s, within {peak_memory():.0f} MiB."
    )
    return {"seconds": seconds, "memory": peak_memory()}


def _indexed(size: Size) -> dict:
    """Build the index unless it is there from another run; returns how long that took, and its size."""
    figures = _built(size) if is_empty() or checking.stale() else {}
    room = sizes()
    each = ", ".join(f"{code} {length / size.turns:,.0f}" for code, length in room.texts.items())
    say(
        f"Text {room.text / MIB:,.0f} MiB (bytes a turn: {each}); words {room.words / MIB:,.0f} MiB, index "
        f"{room.index / MIB:,.0f} MiB: together {room.ratio:.2f} times the text; all {room.whole / MIB:,.0f} MiB."
        f"\nHow many turns use the most frequent terms: {_frequent(size)}."
    )
    return {**figures, "ratio": room.ratio, **asdict(room)}


def _built(size: Size) -> dict:
    """Build the index as an operator does, in a process of its own, so that its memory is its own, too."""
    began = time.perf_counter()
    command = [sys.executable, "manage.py", "search_rebuild"]
    subprocess.run(command, cwd=PROJECT, check=True, stdout=subprocess.DEVNULL)
    seconds, memory = time.perf_counter() - began, peak_memory(children=True)
    say(
        f"The search index was built in {seconds:.0f} s, {size.turns / seconds:,.0f} turns/s, within {memory:.0f} MiB "
        f"in each of its processes; at its end {pace()}."
    )
    return {"seconds": seconds, "memory": memory}


def _frequent(size: Size) -> str:
    most = Term.objects.annotate(turns=Count("uses")).order_by("-turns", "pk")[:3]
    return ", ".join(f"{term.slug} {term.turns / size.turns:.0%}" for term in most)


def _measured(browser: Browser, title: str, cases: Sequence[Case], runs: int) -> list[Measurement]:
    measured = [browser.measure(case, runs) for case in cases]
    say(f"## {title}\n\n{table(measured)}")
    return measured


def write(figures: dict, file: Path) -> None:
    """Write all figures as JSON."""
    file.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n")
