"""What was received, what was published when, and where an old address leads."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from interviews.models.interview import Interview


class Source(models.Model):
    """A text as it was received, kept whole, with what the parser remarked on."""

    interview = models.ForeignKey(
        Interview, models.SET_NULL, null=True, blank=True, related_name="sources", verbose_name=_("interview")
    )
    text = models.TextField(_("text"))
    sha256 = models.CharField(max_length=64)
    received_at = models.DateTimeField(_("received"), auto_now_add=True)
    received_from = models.CharField(_("received from"), max_length=500, blank=True)
    findings = models.JSONField(_("findings"), default=list)
    applied = models.BooleanField(_("applied"), default=True)

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["-received_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["sha256"], name="source_text_once")]

    def __str__(self):
        return self.received_from or self.sha256[:12]


class Edition(models.Model):
    """An interview as it was published at one moment; the database refuses to change it.

    The one change it takes is a redaction (a wrong dose, a legal demand), which replaces the content by its reason
    and leaves who did it, when and why.
    """

    interview = models.ForeignKey(Interview, models.PROTECT, related_name="editions", verbose_name=_("interview"))
    number = models.PositiveIntegerField(_("number"))
    published_at = models.DateTimeField(_("date of publication"), auto_now_add=True)
    # Deleting an account must not touch what it published, so it cannot be deleted; it can be made inactive.
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("by")
    )
    correction = models.TextField(_("correction"), blank=True)
    content = models.TextField(_("content"))
    sha256 = models.CharField(max_length=64)
    # The alignment of its turns by number, so that the addresses of sentences mean then what they meant.
    segments = models.JSONField(default=dict, editable=False)
    redacted_at = models.DateTimeField(_("date of the redaction"), null=True, blank=True)
    redacted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("redacted by")
    )
    redaction_reason = models.TextField(_("reason of the redaction"), blank=True)

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["interview", "number"], name="edition_number_once"),
        ]

    def __str__(self):
        return f"{self.interview} · {self.number}"


class FormerSlug(models.Model):
    """An address that was public once, and the row it means now."""

    section = models.CharField(max_length=20)
    slug = models.SlugField(max_length=120)
    row = models.PositiveBigIntegerField()

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")
        constraints = [
            models.UniqueConstraint(fields=["section", "slug"], name="former_slug_once"),
        ]

    def __str__(self):
        return f"{self.section}/{self.slug}"


class SiteRevision(models.Model):
    """The one row that changes with every change to published data, and with a new index.

    A number comes again where a backup is restored; a mark never does, so what is kept from one request to the next
    goes by both.
    """

    number = models.PositiveBigIntegerField(default=0)
    mark = models.UUIDField(default=uuid4, editable=False)

    class Meta:
        verbose_name = _("revision of the site")
        verbose_name_plural = _("revision of the site")
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="site_revision_is_one_row"),
        ]

    def __str__(self):
        return str(self.number)
