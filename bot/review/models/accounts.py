from django.conf import settings
from django.db import models


class Account(models.Model):
    """What the console keeps of somebody of the shop, beside Django's own user."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="account")
    # Sessions that began before this moment have ended.
    sessions_from = models.DateTimeField("ingelogd blijven vanaf", null=True, blank=True)

    class Meta:
        verbose_name = "account"
        verbose_name_plural = "accounts"
        default_permissions = ()

    def __str__(self) -> str:
        return f"Account van {self.user}"
