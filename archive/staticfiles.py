"""Static files as they are served: style sheets joined into one, every file named by its content, compressed."""

import re
from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

IMPORT = re.compile(r'@import url\("([\w-]+\.css)"\) layer\((\w+)\);')


class BundledStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Whitenoise's storage, with the layered `@import`s of `css/site.css` replaced by what they name.

    A browser that reads the sources follows the imports itself, so that nothing but the number of requests
    depends on this.
    """

    entry = "css/site.css"

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        """Join the style sheets, then name and compress all files as whitenoise does."""
        if self.entry in paths and not dry_run:
            # Read from the source: the collected file may be the joined one of an earlier run.
            joined = IMPORT.sub(lambda found: self._layer(paths, *found.groups()), _read(paths[self.entry]))
            self.delete(self.entry)
            self.save(self.entry, ContentFile(joined.encode()))
            paths = {**paths, self.entry: (self, self.entry)}  # Django would read the source again
        yield from super().post_process(paths, dry_run, **options)

    def _layer(self, paths: dict[str, Any], name: str, layer: str) -> str:
        return f"@layer {layer} {{\n{_read(paths[f'css/{name}'])}}}"


def _read(source: tuple[Any, str]) -> str:
    storage, path = source
    with storage.open(path) as file:
        return file.read().decode()
