"""What interviews are filed under: conferences, topics and terms."""

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from interviews.models import language
from interviews.transcripts.transcript import PARTIAL_DATE

partial_date = RegexValidator(rf"^{PARTIAL_DATE}$", _("Write a year, a month or a day: 2025, 2025-09 or 2025-09-24."))


class VocabularyQuerySet(models.QuerySet):
    """Rows that interviews are filed under."""

    def in_use(self) -> "VocabularyQuerySet":
        """Return the rows that a published interview uses, with their `interview_count`."""
        published = models.Q(interviews__status="published")
        return self.filter(published).annotate(interview_count=models.Count("interviews", filter=published))

    def for_indexing(self) -> "VocabularyQuerySet":
        """Return the rows that an interview as published uses."""
        return self.filter(interviews__status="published", interviews__text_kind="published").distinct()

    def named(self, *names: str) -> "VocabularyQuerySet":
        """Return the rows that bear one of some names in any language."""
        return self.filter(language.any_language("name", "in", names))


class TermQuerySet(VocabularyQuerySet):
    """Terms; an interview uses one where a turn does, in a language that readers may see."""

    def in_use(self) -> "TermQuerySet":
        """Return the terms that a published interview uses."""
        return self.filter(interview_count__gt=0)

    def for_indexing(self) -> "TermQuerySet":
        """Return the terms that an interview as published uses."""
        # Asked for each term by itself: one such interview is enough, and of a frequent term the first is one.
        using = self.model._meta.get_field("using").related_model.objects.filter(term=models.OuterRef("pk"))
        return self.filter(models.Exists(using.filter(interview__text_kind="published")))

    def used_in(self, interview: models.Model) -> "TermQuerySet":
        """Return the terms that the turns of an interview use, be it published or not."""
        return self.filter(pk__in=self.filter(uses__turn__interview=interview).values("pk"))


class StoredCount(models.PositiveIntegerField):
    """A number that is counted in the database alone: saving a row that was read earlier leaves it as it is there."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"editable": False, "default": 0, **options})

    def deconstruct(self) -> tuple[str, str, list, dict]:
        """Return a plain column: migrations need not know who counts."""
        name, _path, arguments, options = super().deconstruct()
        return name, "django.db.models.PositiveIntegerField", arguments, options

    def pre_save(self, row: models.Model, add: bool) -> Any:
        """Return the value of a new row; of a known one, what is stored."""
        return super().pre_save(row, add) if add else models.F(self.attname)


class Conference(models.Model):
    """A congress at which interviews were held."""

    slug = models.SlugField(_("address"), max_length=120, unique=True, blank=True)
    acronym = models.CharField(_("acronym"), max_length=60, blank=True)
    edition = models.CharField(_("edition"), max_length=60, blank=True, help_text=_("Usually the year."))
    name = models.TextField(_("name"), blank=True)
    start = models.CharField(_("first day"), max_length=10, blank=True, validators=[partial_date])
    end = models.CharField(_("last day"), max_length=10, blank=True, validators=[partial_date])
    city = models.TextField(_("city"), blank=True)
    country = models.CharField(_("country"), max_length=60, blank=True)

    objects = VocabularyQuerySet.as_manager()

    class Meta:
        verbose_name = _("conference")
        verbose_name_plural = _("conferences")
        ordering = ["-edition", "acronym", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["acronym", "edition"], condition=~models.Q(acronym=""), name="conference_acronym_edition_once"
            )
        ]

    def __str__(self):
        return f"{self.acronym} {self.edition}".strip() or str(
            next(iter(language.read(self, "name").values()), self.pk)
        )


class Topic(models.Model):
    """A subject; a tag of a published article becomes one."""

    slug = models.SlugField(_("address"), max_length=120, unique=True, blank=True)
    name = models.TextField(_("name"), blank=True)
    mesh_id = models.CharField(
        _("MeSH identifier"),
        max_length=20,
        blank=True,
        validators=[RegexValidator(r"^[DC]\d+$", _("Such as D007951."))],
    )

    objects = VocabularyQuerySet.as_manager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["slug"]

    def __str__(self):
        return " / ".join(language.read(self, "name").values()) or self.slug


class Term(models.Model):
    """A technical term with all its names: measurable and minimal residual disease are one term."""

    slug = models.SlugField(_("address"), max_length=120, unique=True, blank=True)
    name = models.TextField(_("name"), blank=True)
    aliases = models.JSONField(_("other names"), default=list, blank=True)
    abbreviation = models.CharField(_("abbreviation"), max_length=60, blank=True)
    definition = models.TextField(_("definition"), blank=True)
    # How many published interviews use it: as many as there are rows of TermInterview, kept by `storage.terms`.
    interview_count = StoredCount()

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["slug"]

    def __str__(self):
        return " / ".join(language.read(self, "name").values()) or self.slug
