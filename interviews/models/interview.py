"""The interview with its participations, turns and language versions."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from interviews.models import language
from interviews.models.speaker import Speaker
from interviews.models.vocabulary import Conference, Topic
from interviews.transcripts.transcript import ROLES, TEXT_KINDS

STATUS_LABELS = {
    "draft": _("draft"),
    "review": _("in review"),
    "published": _("published"),
    "withdrawn": _("withdrawn"),
}
TEXT_KIND_LABELS = {
    "published": _("as published"),
    "condensed": _("condensed account"),
    "fictional": _("fictional sample"),
}
ROLE_LABELS = {
    "interviewee": _("interviewee"),
    "interviewer": _("interviewer"),
    "moderator": _("moderator"),
}


class InterviewQuerySet(models.QuerySet):
    """Interviews, as the public pages ask for them; "published" is said here and nowhere else."""

    def published(self) -> "InterviewQuerySet":
        """Return what readers may see."""
        return self.filter(status="published")

    def withdrawn(self) -> "InterviewQuerySet":
        """Return what readers saw once and are told is gone."""
        return self.filter(status="withdrawn")

    def newest_first(self) -> "InterviewQuerySet":
        """Order by the article's date; undated ones come last, in the order of their arrival."""
        return self.order_by(models.F("published_at").desc(nulls_last=True), "-pk")

    def for_lists(self) -> "InterviewQuerySet":
        """Fetch along what a list shows of each interview: conference, people, languages."""
        people = Participation.objects.select_related("speaker")
        return self.select_related("conference").prefetch_related(
            models.Prefetch("participations", people), "language_versions"
        )

    def whole(self) -> "InterviewQuerySet":
        """Fetch along everything that a transcript is made of."""
        people = Participation.objects.select_related("speaker").prefetch_related("speaker__biography")
        return self.select_related("conference").prefetch_related(
            models.Prefetch("participations", people), "turns", "language_versions", "topics"
        )

    def of(self, person: Speaker) -> "InterviewQuerySet":
        """Return the interviews in which a person takes part."""
        return self.filter(participations__speaker=person)

    def for_indexing(self) -> "InterviewQuerySet":
        """Return what search engines may index: texts as published, with their languages."""
        return self.published().filter(text_kind="published").prefetch_related("language_versions")

    def speaking(self, code: str) -> "InterviewQuerySet":
        """Return the interviews that have public text in a language."""
        return self.filter(language_versions__language=code, language_versions__public=True)


class Interview(models.Model):
    """One interview: what stands at its head and foot, and where it stands in its life."""

    slug = models.SlugField(_("address"), max_length=120, unique=True, blank=True)
    status = models.CharField(_("status"), max_length=20, choices=STATUS_LABELS, default="draft", editable=False)
    withdrawn_reason = models.TextField(_("reason of the withdrawal"), blank=True)
    text_kind = models.CharField(_("kind of text"), max_length=20, choices=TEXT_KIND_LABELS, default="published")
    title = models.TextField(_("title"), blank=True)
    editors_note = models.TextField(_("editor’s note"), blank=True)
    notice = models.TextField(_("notice to readers"), blank=True)
    publication = models.TextField(_("publication"), blank=True)
    column = models.TextField(_("column"), blank=True)
    published_at = models.DateTimeField(_("date of the article"), null=True, blank=True)
    source_url = models.URLField(_("address of the article"), max_length=500, blank=True)
    conference = models.ForeignKey(
        Conference, models.PROTECT, null=True, blank=True, related_name="interviews", verbose_name=_("conference")
    )
    topics = models.ManyToManyField(Topic, blank=True, related_name="interviews", verbose_name=_("topics"))
    credits = models.JSONField(_("credits"), default=list, blank=True)
    disclaimer = models.TextField(_("disclaimer"), blank=True)
    funding = models.TextField(_("funding"), blank=True)
    # Numbers of turns are addresses: a number is not given again, not even after its turn was deleted.
    last_turn_number = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(_("received"), auto_now_add=True)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    objects = InterviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("interview")
        verbose_name_plural = _("interviews")
        ordering = ["-published_at", "-pk"]
        indexes = [
            # The condition has the very form of `published()`: SQLite uses a partial index for nothing else. It holds
            # all that the catalog reads of an interview, the status included, for which SQLite would look at the long
            # row itself; in the first place the status would pass for a rare one and be preferred to a handful of keys.
            models.Index(
                fields=["-published_at", "-id", "conference", "status"],
                condition=models.Q(status="published"),
                name="interview_newest_published",
            ),
            models.Index(
                fields=["conference", "published_at"],
                condition=models.Q(status="published"),
                name="interview_published_conference",
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(status__in=STATUS_LABELS), name="interview_status_is_known"),
            models.CheckConstraint(condition=models.Q(text_kind__in=TEXT_KINDS), name="interview_text_kind_is_known"),
        ]

    def __str__(self):
        return next(iter(language.read(self, "title").values()), "") or self.slug


class LanguageVersion(models.Model):
    """That an interview exists in a language, who translated it, and whether readers may see it."""

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="language_versions")
    language = models.CharField(_("language"), max_length=20)
    translator = models.CharField(_("translator"), max_length=200, blank=True)
    public = models.BooleanField(_("public"), default=True)

    class Meta:
        verbose_name = _("language version")
        verbose_name_plural = _("language versions")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["interview", "language"], name="language_version_once"),
        ]
        indexes = [
            models.Index(
                fields=["language", "interview"], condition=models.Q(public=True), name="language_version_public"
            )
        ]

    def __str__(self):
        return str(dict(settings.LANGUAGES).get(self.language, self.language))


class ParticipationQuerySet(models.QuerySet):
    """Who takes part where."""

    def published(self) -> "ParticipationQuerySet":
        """Return the participations that readers may see."""
        # As an expression, so that no index of what is published is looked through for the few interviews of a person.
        status = Coalesce("interview__status", models.Value(""))
        return self.alias(status=status).filter(status="published")

    def elsewhere(self, interview: Interview) -> dict[int, int]:
        """Return, by the speaker's key, in how many other published interviews the people of one take part."""
        people = self.filter(interview=interview).values("speaker")
        others = self.filter(speaker__in=people, interview__status="published").exclude(interview=interview)
        return dict(others.values_list("speaker").annotate(models.Count("pk")).order_by())


class Participation(models.Model):
    """A person in one interview, with the affiliation and disclosure of that day."""

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="participations")
    speaker = models.ForeignKey(Speaker, models.PROTECT, related_name="participations", verbose_name=_("speaker"))
    position = models.PositiveIntegerField(_("order"), default=0)
    role = models.CharField(_("role"), max_length=20, choices=ROLE_LABELS, default="interviewee")
    affiliation = models.TextField(_("affiliation at the time"), blank=True)
    disclosure = models.TextField(_("disclosure"), blank=True)

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        verbose_name = _("participation")
        verbose_name_plural = _("participations")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["interview", "speaker"], name="participation_once"),
            models.CheckConstraint(condition=models.Q(role__in=ROLES), name="participation_role_is_known"),
        ]

    def __str__(self):
        return str(self.speaker)
