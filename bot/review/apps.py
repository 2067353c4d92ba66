from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate

from bot.review.rights import ROLES


class ReviewConfig(AppConfig):
    name = "bot.review"
    verbose_name = "Gesprekken"

    def ready(self) -> None:
        from bot.review.stepping_in.starters import load_starters
        from bot.shop.signals import shop_loaded

        post_migrate.connect(_make_groups, sender=self)
        shop_loaded.connect(load_starters)


def _make_groups(sender: AppConfig, using: str, **_: Any) -> None:
    """Make each role's group, once: what the shop changes in it stays."""
    from django.contrib.auth.management import create_permissions
    from django.contrib.auth.models import Group, Permission

    # Whether the permissions are there already depends on who listens first.
    create_permissions(sender, verbosity=0, using=using)
    own = Permission.objects.using(using).filter(content_type__app_label="review")
    for name, rights in ROLES.items():
        group, is_new = Group.objects.using(using).get_or_create(name=name)
        if is_new:
            group.permissions.set(
                own.filter(codename__in=[right.partition(".")[2] for right in rights])
            )
