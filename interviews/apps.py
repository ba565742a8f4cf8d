"""The one app of the archive."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InterviewsConfig(AppConfig):
    """Interviews, speakers, vocabularies and editions."""

    name = "interviews"
    verbose_name = _("Interview archive")
