"""How far a command has come, on a terminal; in a log there is nothing to see."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from interviews.models import Interview


@contextmanager
def over_interviews(what: str) -> Iterator[Callable[[int], None]]:
    """Show a bar over the published interviews; gives what is to be told how many more are done."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(what, total=Interview.objects.published().count())
        yield lambda count: progress.advance(task, count)
