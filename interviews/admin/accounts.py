"""The accounts of the staff."""

from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User

from interviews.admin.site import desk

desk.register(User, UserAdmin)
desk.register(Group, GroupAdmin)
