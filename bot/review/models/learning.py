"""What staff teach: sentences, good conversations, and what came of each time."""

from django.conf import settings
from django.db import models

from bot import clock
from bot.chat.models import Conversation, Message
from bot.review.models.corrections import Correction


class TrainingExample(models.Model):
    """A customer's sentence with what it means, personal data replaced by neutral values.

    It outlives the conversation only when nothing in it had to be replaced: where one name was
    found another may have been missed.
    """

    text = models.TextField("zin")
    intent = models.CharField("bedoeling", max_length=80)
    # [{"entity": "time", "start": 3, "end": 8}], as they stand in `text`.
    entities = models.JSONField("gegevens", default=list, blank=True)
    correction = models.ForeignKey(
        Correction, models.SET_NULL, null=True, related_name="examples"
    )
    message = models.OneToOneField(Message, models.SET_NULL, null=True, related_name="example")
    # The same message, when something personal stood in it: the example goes with it.
    goes_with = models.ForeignKey(Message, models.CASCADE, null=True, related_name="+")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="examples"
    )
    name = models.CharField("wie", max_length=150)
    at = models.DateTimeField("wanneer", default=clock.now)
    # Somebody did not want it learned; it is not asked again.
    left_out = models.BooleanField("weggelaten", default=False)

    class Meta:
        verbose_name = "geleerde zin"
        verbose_name_plural = "geleerde zinnen"
        ordering = ["-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.text} ({self.intent})"


class GoodConversation(models.Model):
    """A conversation that went well, as a test that each new model must pass."""

    conversation = models.OneToOneField(Conversation, models.CASCADE, related_name="good")
    title = models.CharField("waarmee het begint", max_length=80)
    # The steps of Rasa's story test format, personal data replaced by neutral values.
    steps = models.JSONField("stappen")
    # When it was held: "morgen" means another day on another day.
    held = models.DateTimeField("gehouden")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="good_conversations"
    )
    name = models.CharField("wie", max_length=150)
    at = models.DateTimeField("wanneer", default=clock.now)

    class Meta:
        verbose_name = "goed gesprek"
        verbose_name_plural = "goede gesprekken"
        ordering = ["-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.title


class Training(models.Model):
    """One time that somebody asked for another model, and what came of it."""

    wish = models.CharField(max_length=32, unique=True)
    kind = models.CharField(max_length=8)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="trainings"
    )
    name = models.CharField("wie", max_length=150)
    at = models.DateTimeField("wanneer", default=clock.now)
    examples = models.PositiveIntegerField("zinnen", default=0)
    model = models.CharField(max_length=60, blank=True)
    # Empty while it goes on.
    outcome = models.CharField("afloop", max_length=12, blank=True)
    reason = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = "leerbeurt"
        verbose_name_plural = "leerbeurten"
        ordering = ["-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.name}, {self.at:%d-%m-%Y %H:%M}"
