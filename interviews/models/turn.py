"""The turns of an interview, and the terms that they use."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from interviews.models.interview import Interview
from interviews.models.speaker import Speaker
from interviews.models.vocabulary import Term
from interviews.transcripts.transcript import TURN_KINDS

KIND_LABELS = {
    "question": _("question"),
    "answer": _("answer"),
    "heading": _("heading"),
    "note": _("note"),
}
ORIGIN_LABELS = {
    "unknown": _("unknown"),
    "original": _("original"),
    "translation": _("translation"),
    "machine": _("machine translation"),
}


class Turn(models.Model):
    """One utterance; `number` is its permanent address, `position` its place, which an editor may change."""

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="turns")
    number = models.PositiveIntegerField(_("number"))
    position = models.PositiveIntegerField(_("order"))
    kind = models.CharField(_("kind"), max_length=20, choices=KIND_LABELS, default="answer")
    speaker = models.ForeignKey(
        Speaker, models.PROTECT, null=True, blank=True, related_name="turns", verbose_name=_("speaker")
    )
    text = models.TextField(_("text"), blank=True)
    origin = models.CharField(_("origin"), max_length=20, choices=ORIGIN_LABELS, default="unknown")
    reviewed = models.BooleanField(_("reviewed"), default=False)
    segments = models.JSONField(default=dict, blank=True, editable=False)
    # Where the languages seem to disagree, found by machine: `{"hash", "findings": [{"segment", "kind", "printed"}]}`.
    # Readers see only what an editor has confirmed: `[{"hash", "segment", "kind"}]`, void when the text changes.
    differences = models.JSONField(default=dict, blank=True, editable=False)
    confirmed_differences = models.JSONField(default=list, blank=True, editable=False)

    class Meta:
        verbose_name = _("turn")
        verbose_name_plural = _("turns")
        ordering = ["position", "pk"]
        # Not unique: SQLite checks row by row, and two turns that change places pass through one position.
        indexes = [models.Index(fields=["interview", "position"], name="turn_by_position")]
        constraints = [
            models.UniqueConstraint(fields=["interview", "number"], name="turn_number_once"),
            models.CheckConstraint(condition=models.Q(kind__in=TURN_KINDS), name="turn_kind_is_known"),
        ]

    def __str__(self):
        return f"{self.number}"

    @property
    def differing_segments(self) -> set[int]:
        """The segments of this very text in which an editor has confirmed that the languages differ, by number."""
        made_from = self.segments.get("hash")
        return {row["segment"] for row in self.confirmed_differences if row["hash"] == made_from}


class TermUse(models.Model):
    """That a turn uses a term, in whichever language; rebuilt with the turn."""

    term = models.ForeignKey(Term, models.CASCADE, related_name="uses")
    turn = models.ForeignKey(Turn, models.CASCADE, related_name="terms")

    class Meta:
        verbose_name = _("use of a term")
        verbose_name_plural = _("uses of terms")
        constraints = [models.UniqueConstraint(fields=["term", "turn"], name="term_use_once")]

    def __str__(self):
        return f"{self.term} · {self.turn}"


class TermInterview(models.Model):
    """That a published interview uses a term: what terms are counted by, and their interviews found.

    The uses of a frequent term are many times as many as the interviews, and lead to them only through the turns.
    """

    term = models.ForeignKey(Term, models.CASCADE, related_name="using")
    interview = models.ForeignKey(Interview, models.CASCADE, related_name="used_terms")

    class Meta:
        verbose_name = _("interview that uses a term")
        verbose_name_plural = _("interviews that use a term")
        constraints = [models.UniqueConstraint(fields=["term", "interview"], name="term_interview_once")]

    def __str__(self):
        return f"{self.term} · {self.interview}"
