from typing import TYPE_CHECKING, Any

from django.apps import AppConfig
from django.db.models.signals import post_delete, post_migrate, post_save, pre_delete

from bot.review.rights import ROLES

if TYPE_CHECKING:
    from bot.chat.models import Conversation


class ReviewConfig(AppConfig):
    name = "bot.review"
    verbose_name = "Gesprekken"

    def ready(self) -> None:
        from bot.chat.signals import conversation_changed
        from bot.review.accounts import sessions
        from bot.review.logbook import listening
        from bot.review.models import Correction
        from bot.review.stepping_in.starters import load_starters
        from bot.shop.signals import shop_loaded

        post_migrate.connect(_make_groups, sender=self)
        shop_loaded.connect(load_starters)
        sessions.connect()
        listening.connect()
        pre_delete.connect(_keep_figures, sender="chat.Conversation")
        conversation_changed.connect(_note_change)
        post_save.connect(_note_correction, sender=Correction)
        post_delete.connect(_note_correction, sender=Correction)


def _note_change(sender: Any, pk: int, **_: Any) -> None:
    from bot.review.talks.digests import mark_stale

    mark_stale(pk)


def _note_correction(sender: Any, instance: Any, **_: Any) -> None:
    from bot.review.models import ConversationDigest

    # No new one: an erased conversation takes its corrections along, and its digest.
    of_its_talk = ConversationDigest.objects.filter(conversation__messages=instance.message_id)
    of_its_talk.update(stale=True)


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


def _keep_figures(instance: "Conversation", **_: Any) -> None:
    """Count a conversation before it is erased; numbers are all that stays of it."""
    from bot.review.figures.counting.keeping import keep_before_erasing

    keep_before_erasing(instance)
