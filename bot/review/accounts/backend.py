"""What an account may do, beyond what its group says."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import User

from bot.review.rights import MANAGE

# An owner keeps these in the back office, whose permissions are Django's own.
_OF_THE_OWNER = {"shop", "chat"}


class RolesBackend(ModelBackend):
    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        if super().has_perm(user_obj, perm, obj):
            return True
        return perm.partition(".")[0] in _OF_THE_OWNER and self._is_owner(user_obj, obj)

    def has_module_perms(self, user_obj: Any, app_label: str) -> bool:
        if super().has_module_perms(user_obj, app_label):
            return True
        return app_label in _OF_THE_OWNER and self._is_owner(user_obj)

    def _is_owner(self, user: Any, obj: Any = None) -> bool:
        return isinstance(user, User) and obj is None and super().has_perm(user, MANAGE)
