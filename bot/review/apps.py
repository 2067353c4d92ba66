from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate

STAFF_GROUP = "Medewerkers"


class ReviewConfig(AppConfig):
    name = "bot.review"
    verbose_name = "Gesprekken"

    def ready(self) -> None:
        post_migrate.connect(_make_group, sender=self)


def _make_group(sender: AppConfig, using: str, **_: Any) -> None:
    """Make the group of those who may answer, once: what the shop changes in it stays."""
    from django.contrib.auth.management import create_permissions
    from django.contrib.auth.models import Group, Permission

    # Whether the permission is there already depends on who listens first.
    create_permissions(sender, verbosity=0, using=using)
    group, is_new = Group.objects.using(using).get_or_create(name=STAFF_GROUP)
    if is_new:
        group.permissions.add(
            Permission.objects.using(using).get(
                content_type__app_label="review", codename="answer_customers"
            )
        )
