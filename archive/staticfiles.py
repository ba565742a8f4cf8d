"""Static files as they are served: one style sheet, one script, every file named by its content, compressed."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

STYLE = re.compile(r'@import url\("([\w-]+\.css)"\) layer\((\w+)\);')
SCRIPT = re.compile(r'^import "\./([\w-]+\.js)";$', re.MULTILINE)


class BundledStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Whitenoise's storage, with the imports of the two entry files replaced by what they name.

    A style sheet keeps its layer, a script becomes a block, which keeps its names to itself as the module did. A
    browser that reads the sources follows the imports itself, so that nothing but the number of requests depends on
    this.
    """

    style, script = "css/site.css", "js/site.js"

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        """Join the imports, then name and compress all files as whitenoise does."""
        if not dry_run:
            layer = "@layer {1} {{\n{0}}}".format
            block = "{{\n{0}}}".format
            paths = self._joined(
                paths, self.style, STYLE, lambda name, *rest: layer(_read(paths[f"css/{name}"]), *rest)
            )
            paths = self._joined(paths, self.script, SCRIPT, lambda name: block(_read(paths[f"js/{name}"])))
        yield from super().post_process(paths, dry_run, **options)

    def _joined(
        self, paths: dict[str, Any], entry: str, imports: re.Pattern[str], named: Callable[..., str]
    ) -> dict[str, Any]:
        """Write an entry file with its imports in it; returns the paths, in which the entry is the written file."""
        if entry not in paths:
            return paths
        # Read from the source: the collected file may be the joined one of an earlier run.
        joined = imports.sub(lambda found: named(*found.groups()), _read(paths[entry]))
        self.delete(entry)
        self.save(entry, ContentFile(joined.encode()))
        return {**paths, entry: (self, entry)}  # Django would read the source again


def _read(source: tuple[Any, str]) -> str:
    storage, path = source
    with storage.open(path) as file:
        return file.read().decode()
