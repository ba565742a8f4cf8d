"""The people who speak, and their careers."""

from collections.abc import Callable
from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from interviews.models import language
from interviews.models.vocabulary import PARTIAL_DATE, partial_date
from interviews.transcripts import readings
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
        # Asked for each person by itself: the first page of a long list is found without looking at all the others.
        published = self.model._meta.get_field("participations").related_model.objects.published()
        theirs = published.filter(speaker=models.OuterRef("pk")).order_by()
        counted = theirs.values("speaker").annotate(count=models.Count("pk")).values("count")
        return self.filter(models.Exists(theirs)).annotate(interview_count=models.Subquery(counted))

    def speaking_with(self, person: "Speaker") -> "SpeakerQuerySet":
        """Return who shares published interviews with a person, with how many (`shared`), the closest first."""
        participations = self.model._meta.get_field("participations").related_model.objects.published()
        theirs = participations.filter(speaker=person).order_by().values("interview")
        others = self.filter(participations__interview__in=theirs).exclude(pk=person.pk)
        shared = others.annotate(shared=models.Count("participations"))
        return shared.order_by("-shared", *self.model._meta.ordering)

    def for_indexing(self) -> "SpeakerQuerySet":
        """Return the people of interviews as published."""
        interview = {"participations__interview__status": "published"}
        return self.filter(**interview, participations__interview__text_kind="published").distinct()

    def with_biography(self) -> "SpeakerQuerySet":
        """Fetch the career along."""
        return self.prefetch_related("biography")


class FromReading(models.CharField):
    """What sorting makes of a person's reading, kept right by every save, `bulk_create` included."""

    def __init__(self, *args: Any, made_by: Callable[[str], str] = str, **options: Any) -> None:
        self.made_by = made_by
        super().__init__(*args, **{"editable": False, "blank": True, "default": "", **options})

    def deconstruct(self) -> tuple[str, str, list, dict]:
        """Return a plain column: migrations need not know where its values come from."""
        name, _path, arguments, options = super().deconstruct()
        return name, "django.db.models.CharField", arguments, options

    def pre_save(self, person: models.Model, add: bool) -> str:
        """Return the value for the reading that is being saved."""
        value = self.made_by(person.reading)[: self.max_length]
        setattr(person, self.attname, value)
        return value


class Speaker(models.Model):
    """One person; a name is never romanized by machine, and two persons never share a record."""

    slug = models.SlugField(_("address"), max_length=120, unique=True, blank=True)
    name = models.TextField(_("name of the person"), blank=True)
    reading = models.CharField(
        _("reading"),
        max_length=200,
        blank=True,
        help_text=_(
            "For sorting only, surname first: Wang Jianxiang. Readers never see it. Left empty, it is proposed "
            "from the names; a proposal may be wrong, and yours is never overwritten."
        ),
    )
    initial = FromReading(max_length=2, made_by=readings.initial)
    sort_key = FromReading(max_length=200, made_by=readings.sort_key)
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
        ordering = ["initial", "sort_key", "pk"]
        indexes = [models.Index(fields=["initial", "sort_key", "id"], name="speaker_by_reading")]
        constraints = [
            models.UniqueConstraint(fields=["orcid"], condition=~models.Q(orcid=""), name="speaker_orcid_once")
        ]

    def __str__(self):
        return " / ".join(dict.fromkeys(language.read(self, "name").values())) or self.slug

    def save(self, *args: Any, **options: Any) -> None:
        """Store the person, with a proposed reading where there is none."""
        self.reading = self.reading.strip() or self.proposed_reading()
        super().save(*args, **options)

    def proposed_reading(self) -> str:
        """Return the reading that the person's names, as printed and as editors know them, suggest."""
        names = [*language.read(self, "name").values(), *self.aliases]
        return readings.proposed(names)[: Speaker._meta.get_field("reading").max_length]

    @property
    def orcid_address(self) -> str:
        """Where the person's ORCID leads, "" where there is none."""
        return self.orcid and f"https://orcid.org/{self.orcid}"

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
