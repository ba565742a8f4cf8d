"""Rows in an order that editors set by typing the place at which one shall stand."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.forms.models import BaseInlineFormSet


def arranged(rows: list[Any], moves: Iterable[tuple[int, Any]]) -> list[Any]:
    """Return rows with some of them moved to the places typed for them, counted from 1; place 0 is the end."""
    moves = list(moves)
    moved = [row for _place, row in moves]
    order = [row for row in rows if row not in moved]
    for place, row in sorted(moves, key=lambda move: move[0] or float("inf")):
        order.insert(place - 1 if place else len(order), row)
    return order


class PlacedForm(forms.ModelForm):
    """A row whose place may be left empty: it stays where it is, and a new one goes to the end."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        if "position" in self.fields:
            self.fields["position"].required = False
            if not self.instance.pk:
                self.initial["position"] = None

    def clean_position(self) -> int:
        """Return the place typed, else the one that the row has; 0 for the end."""
        return self.cleaned_data["position"] or self.initial.get("position") or 0


class OrderedFormSet(BaseInlineFormSet):
    """Rows that stand where the editor said, numbered without gaps after each save."""

    def save(self, commit: bool = True) -> list[Any]:
        """Store the rows, then their order."""
        kept = list(self.get_queryset())
        saved = super().save(commit)
        rows = [row for row in kept if row.pk and row not in self.deleted_objects] + self.new_objects
        for position, row in enumerate(arranged(rows, self._moves()), start=1):
            if row.position != position:
                self.model.objects.filter(pk=row.pk).update(position=position)
        return saved

    def _moves(self) -> list[tuple[int, Any]]:
        moved = [form for form in self.forms if "position" in form.changed_data or form in self.extra_forms]
        return [
            (form.cleaned_data["position"], form.instance)
            for form in moved
            if form.instance.pk and form not in self.deleted_forms
        ]
