"""`python -m benchmarks`: fill a database of its own with an invented archive and measure it.

The figures go to standard output as Markdown. Each size has its folder below `--data`, where it is found again by the
next run; without that, a temporary folder is used and removed.
"""

import argparse
import os
import tempfile
from pathlib import Path

import django

TURNS_EACH = 14
# Whatever the shell says about an archive of one's own is none of the benchmarks' business, but for the database:
# PostgreSQL has to be named, and an archive that is not empty is refused.
FOREIGN = ("SECRET_KEY", "READ_ONLY", "CONTACT_EMAIL")


def arguments() -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.partition("\n")[0])
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--turns", type=int, default=10_000, help="size of the archive, %(default)s turns by default")
    size.add_argument("--interviews", type=int, help="instead: so many interviews of two short turns, for the lists")
    parser.add_argument("--runs", type=int, default=40, help="how often each case is asked (%(default)s)")
    parser.add_argument("--data", type=Path, help="a folder to keep the database in")
    parser.add_argument("--json", type=Path, help="a file for all figures")
    return parser.parse_args()


def main() -> None:
    """Measure in the folder that was given, or in one that goes with the end of the program."""
    asked = arguments()
    with tempfile.TemporaryDirectory(prefix="archive-benchmark-") as temporary:
        turns = f"{asked.interviews}-interviews" if asked.interviews else f"{asked.turns}-turns"
        _set_up((asked.data or Path(temporary)).absolute() / f"benchmark-{turns}")

        # These import the models, which want the settings.
        from benchmarks import report
        from benchmarks.corpus import Size

        size = Size(-(-asked.turns // TURNS_EACH), TURNS_EACH)
        if asked.interviews:
            size = Size(asked.interviews, 2, brief=True)
        figures = report.run(size, asked.runs)
        if asked.json:
            report.write(figures, asked.json)


def _set_up(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in FOREIGN:
        os.environ.pop(name, None)
    os.environ |= {"DATA_DIR": str(folder), "SITE_ORIGIN": "http://127.0.0.1:8000"}
    os.environ["DJANGO_SETTINGS_MODULE"] = "archive.settings"
    django.setup()


if __name__ == "__main__":
    main()
