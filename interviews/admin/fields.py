"""Form fields for what editors type: prose, lists of names, credits."""

import re
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.utils.translation import gettext_lazy as _

from interviews.admin import lines

LINE_WIDTH = 60  # Latin letters; a Chinese character is as wide as two


class FittedTextarea(AdminTextareaWidget):
    """A text area as tall as its text, in browsers that do not size it by themselves too."""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Return what the widget's template shows, with the number of rows that the text needs."""
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["rows"] = max(1, sum(map(self._rows, (value or "").split("\n"))))
        return context

    def _rows(self, paragraph: str) -> int:
        width = sum(2 if ord(character) > 0x2E7F else 1 for character in paragraph)
        return width // LINE_WIDTH + 1


class ProseField(forms.CharField):
    """A text kept as typed, but that its lines end as everywhere in the archive and one blank line parts paragraphs.

    A browser sends a line's end as two characters, which would hide every paragraph's end.
    """

    widget = FittedTextarea

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "strip": False})

    def to_python(self, value: Any) -> str:
        """Return the text as the archive stores it."""
        text = super().to_python(value)
        if not text or not text.strip():
            return self.empty_value
        text = text.replace("\r\n", "\n").replace("\r", "\n").strip(" \t\n")
        return re.sub(r"\n([ \t]*\n)+", "\n\n", text)


class LinesField(forms.CharField):
    """A list of strings, one a line."""

    widget = FittedTextarea

    def __init__(self, *, encoder: Any = None, decoder: Any = None, **options: Any) -> None:
        options["help_text"] = options.get("help_text") or _("One a line.")
        super().__init__(**{**options, "strip": False})

    def prepare_value(self, value: Any) -> str:
        """Return a list as the lines to edit; what was typed stays as typed."""
        return value if isinstance(value, str) else self.write(value or [])

    def to_python(self, value: Any) -> list[Any]:
        """Return the list that the lines are; raises ValidationError naming the line that is not understood."""
        return self.read(value) if isinstance(value, str) else value or []

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Return whether the lines now say another list."""
        try:
            return self.to_python(data) != (initial or [])
        except forms.ValidationError:
            return True

    def write(self, value: list[Any]) -> str:
        """Return a list as lines."""
        return lines.write(value)

    def read(self, text: str) -> list[Any]:
        """Return lines as a list."""
        return lines.read(text)


class CreditsField(LinesField):
    """Who did what, one "role: name" a line."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "help_text": _("One a line, as “role: name”.")})

    def write(self, value: list[dict[str, str]]) -> str:
        """Return credits as lines."""
        return lines.write_pairs((credit["role"], credit["name"]) for credit in value)

    def read(self, text: str) -> list[dict[str, str]]:
        """Return lines as credits."""
        try:
            return [{"role": role, "name": name} for role, name in lines.read_pairs(text)]
        except ValueError as error:
            message = _("Write “role: name”; this line has no colon with a name after it: %(line)s")
            raise forms.ValidationError(message, params={"line": error.args[0]}) from None
