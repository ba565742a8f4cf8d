"""The people who speak, and their careers."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from interviews.models import language
from interviews.models.vocabulary import PARTIAL_DATE, partial_date
from interviews.transcripts.transcript import SECTIONS

SECTION_LABELS = {
    "research": _("research"),
    "position": _("position"),
    "education": _("education"),
    "award": _("award"),
    "membership": _("membership"),
    "other": _("other"),
}
partial_end = RegexValidator(
    rf"^({PARTIAL_DATE}|present)$", _("Write a year, a month or a day, or “present”: 2025, 2025-09, present.")
)


class SpeakerQuerySet(models.QuerySet):
    """People, as the public pages ask for them."""

    def in_use(self) -> "SpeakerQuerySet":
        """Return the people of published interviews, with their `interview_count`."""
        published = models.Q(participations__interview__status="published")
        return self.filter(published).annotate(interview_count=models.Count("participations", filter=published))

    def for_indexing(self) -> "SpeakerQuerySet":
        """Return the people of interviews as published."""
        interview = {"participations__interview__status": "published"}
        return self.filter(**interview, participations__interview__text_kind="published").distinct()

    def with_biography(self) -> "SpeakerQuerySet":
        """Fetch the career along."""
        return self.prefetch_related("biography")


class Speaker(models.Model):
    """One person; a name is never romanized by machine, and two persons never share a record."""

    slug = models.SlugField(_("address"), max_length=120, unique=True, blank=True)
    name = models.TextField(_("name of the person"), blank=True)
    reading = models.CharField(_("reading"), max_length=200, blank=True, help_text=_("For sorting: Wang Jianxiang."))
    aliases = models.JSONField(_("other names"), default=list, blank=True)
    honorific = models.TextField(_("honorific"), blank=True)
    affiliation = models.TextField(_("affiliation"), blank=True)
    headline = models.TextField(_("headline"), blank=True)
    portrait = models.ImageField(_("portrait"), upload_to="portraits", blank=True)
    orcid = models.CharField(
        "ORCID",
        max_length=19,
        blank=True,
        validators=[RegexValidator(r"^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$", _("Such as 0000-0002-1825-0097."))],
    )

    objects = SpeakerQuerySet.as_manager()

    class Meta:
        verbose_name = _("speaker")
        verbose_name_plural = _("speakers")
        ordering = ["reading", "slug"]
        constraints = [
            models.UniqueConstraint(fields=["orcid"], condition=~models.Q(orcid=""), name="speaker_orcid_once")
        ]

    def __str__(self):
        return " / ".join(dict.fromkeys(language.read(self, "name").values())) or self.slug

    @property
    def portrait_file(self) -> str:
        """The portrait's file name within the folder of portraits, as its address has it."""
        return self.portrait.name.partition("/")[2]


class BiographyEntry(models.Model):
    """One line of a career."""

    speaker = models.ForeignKey(Speaker, models.CASCADE, related_name="biography", verbose_name=_("speaker"))
    position = models.PositiveIntegerField(_("order"), default=0)
    section = models.CharField(_("section"), max_length=20, choices=SECTION_LABELS, default="other")
    start = models.CharField(_("from"), max_length=10, blank=True, validators=[partial_date])
    end = models.CharField(_("until"), max_length=10, blank=True, validators=[partial_end])
    text = models.TextField(_("text"), blank=True)

    class Meta:
        verbose_name = _("biography entry")
        verbose_name_plural = _("biography")
        ordering = ["position", "pk"]
        indexes = [models.Index(fields=["speaker", "position"], name="biography_by_position")]
        constraints = [
            models.CheckConstraint(condition=models.Q(section__in=SECTIONS), name="biography_section_is_known"),
        ]

    def __str__(self):
        return f"{self.start}–{self.end}" if self.start else SECTION_LABELS.get(self.section, self.section).title()
