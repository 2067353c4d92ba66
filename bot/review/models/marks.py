"""What staff note on a conversation, for themselves and each other. Customers never see it."""

from django.conf import settings
from django.db import models

from bot import clock
from bot.chat.models import Conversation


class Colour(models.TextChoices):
    """What console.css can draw beside a label, in light and dark."""

    GREY = "grey", "grijs"
    GREEN = "green", "groen"
    TEAL = "teal", "turkoois"
    BLUE = "blue", "blauw"
    PURPLE = "purple", "paars"
    RED = "red", "rood"
    ORANGE = "orange", "oranje"
    YELLOW = "yellow", "geel"


class Label(models.Model):
    name = models.CharField("naam", max_length=30, unique=True)
    colour = models.CharField("kleur", max_length=6, choices=Colour, default=Colour.GREY)
    conversations = models.ManyToManyField(Conversation, through="Labelling", related_name="labels")

    class Meta:
        verbose_name = "label"
        verbose_name_plural = "labels"
        ordering = ["name"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.name


class Labelling(models.Model):
    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="labellings")
    label = models.ForeignKey(Label, models.CASCADE, related_name="labellings", db_index=False)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["label", "conversation"], name="one_label_once")
        ]

    def __str__(self) -> str:
        return f"{self.label_id} op {self.conversation_id}"


class Review(models.Model):
    """Somebody read a conversation, as far as it went then."""

    conversation = models.OneToOneField(Conversation, models.CASCADE, related_name="review")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    # As it was then; it stays when the account goes.
    name = models.CharField("wie", max_length=150)
    # Who writes again after this message has not been read.
    up_to = models.PositiveIntegerField("tot bericht")
    at = models.DateTimeField("wanneer", default=clock.now)

    class Meta:
        verbose_name = "nagelezen"
        verbose_name_plural = "nagelezen"
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.name} las tot bericht {self.up_to}"


class Assignment(models.Model):
    """Whose work a conversation is, in the shop; not who talks with the customer."""

    conversation = models.OneToOneField(Conversation, models.CASCADE, related_name="assignment")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="assignments")
    by = models.CharField("door", max_length=150)
    at = models.DateTimeField("wanneer", default=clock.now)

    class Meta:
        verbose_name = "toewijzing"
        verbose_name_plural = "toewijzingen"
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.conversation_id} voor {self.user_id}"


class Note(models.Model):
    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="notes")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    # As it was then; it stays when the account goes.
    name = models.CharField("wie", max_length=150)
    text = models.TextField("notitie", max_length=2000)
    at = models.DateTimeField("wanneer", default=clock.now)

    class Meta:
        verbose_name = "notitie"
        verbose_name_plural = "notities"
        ordering = ["pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"Notitie van {self.name}"


class SavedFilter(models.Model):
    """Filters of the inbox under a name, as they stand in its address."""

    name = models.CharField("naam", max_length=40)
    query = models.CharField("adres", max_length=500, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_filters"
    )
    is_shared = models.BooleanField("voor iedereen", default=False)

    class Meta:
        verbose_name = "bewaard filter"
        verbose_name_plural = "bewaarde filters"
        ordering = ["name", "pk"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["user", "name"], name="one_name_per_person")]

    def __str__(self) -> str:
        return self.name
