"""What was said, by whom, and what the engine understood: the record of every conversation."""

import uuid

from django.db import models

from bot import clock


class State(models.TextChoices):
    BOT = "bot", "de chatbot"
    WAITING = "waiting", "wacht op een medewerker"
    STAFF = "staff", "een medewerker"
    CLOSED = "closed", "gesloten"


class Sender(models.TextChoices):
    CUSTOMER = "customer", "klant"
    BOT = "bot", "chatbot"
    STAFF = "staff", "medewerker"


class Conversation(models.Model):
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    token_hash = models.CharField(max_length=64, unique=True)
    # Only bot.chat.ownership writes this column.
    state = models.CharField("bij", max_length=8, choices=State, default=State.BOT, db_index=True)
    # For the person who takes over.
    summary = models.TextField("waar het over gaat", blank=True)
    # The subject that the customer let us remember until the next conversation.
    remembered = models.CharField("onthouden", max_length=40, blank=True)
    page = models.CharField("pagina", max_length=500, blank=True)
    previous = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="later"
    )
    created = models.DateTimeField("begonnen", default=clock.now)
    last_activity = models.DateTimeField("laatst actief", default=clock.now, db_index=True)
    last_number = models.PositiveIntegerField(default=0)
    # Since when the customer waits for a person's word, and when the door said that it takes long.
    waiting_since = models.DateTimeField("wacht sinds", null=True, blank=True, db_index=True)
    waiting_told_at = models.DateTimeField(null=True, blank=True)
    busy_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "gesprek"
        verbose_name_plural = "gesprekken"
        ordering = ["-last_activity"]

    def __str__(self) -> str:
        return f"Gesprek {self.public_id}"


class Message(models.Model):
    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="messages")
    # The id that clients see: rises by one within the conversation.
    number = models.PositiveIntegerField()
    sender = models.CharField("van", max_length=8, choices=Sender)
    name = models.CharField("naam", max_length=80, blank=True)
    text = models.TextField("tekst")
    buttons = models.JSONField(default=list, blank=True)
    # What each button means, by its id; never leaves the server.
    payloads = models.JSONField(default=dict, blank=True)
    card = models.JSONField(null=True, blank=True)
    created = models.DateTimeField("wanneer", default=clock.now)

    # Of a customer's message only.
    client_id = models.UUIDField(null=True, blank=True)
    choice = models.TextField(blank=True)
    for_bot = models.BooleanField(default=False)
    answered_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    intent = models.CharField(max_length=80, blank=True)
    confidence = models.FloatField(null=True, blank=True)
    entities = models.JSONField(default=list, blank=True)
    actions = models.JSONField(default=list, blank=True)

    # Of an answer only.
    reply_to = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="answers"
    )

    class Meta:
        verbose_name = "bericht"
        verbose_name_plural = "berichten"
        ordering = ["conversation", "number"]
        constraints = [
            models.UniqueConstraint(fields=["conversation", "number"], name="one_number_once"),
            models.UniqueConstraint(fields=["conversation", "client_id"], name="sent_once"),
        ]
        indexes = [
            models.Index(
                fields=["conversation", "number"],
                name="unanswered",
                condition=models.Q(for_bot=True, answered_at=None),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_sender_display()} {self.number}"


class Feedback(models.Model):
    message = models.OneToOneField(Message, models.CASCADE, related_name="feedback")
    helpful = models.BooleanField("hielp")
    created = models.DateTimeField("wanneer", default=clock.now)

    class Meta:
        verbose_name = "oordeel"
        verbose_name_plural = "oordelen"

    def __str__(self) -> str:
        return "hielp" if self.helpful else "hielp niet"


class ErasureDue(models.Model):
    """A conversation that is erased here, and must still be forgotten by the engine."""

    conversation = models.UUIDField(unique=True)
    since = models.DateTimeField(default=clock.now)

    class Meta:
        verbose_name = "nog te wissen"
        verbose_name_plural = "nog te wissen"

    def __str__(self) -> str:
        return str(self.conversation)


class Website(models.Model):
    """A site, other than the shop's own, that may hold the chat window."""

    origin = models.CharField(
        "adres", max_length=200, unique=True, help_text="zoals https://www.winkel.nl"
    )

    class Meta:
        verbose_name = "website met de chat"
        verbose_name_plural = "websites met de chat"
        ordering = ["origin"]

    def __str__(self) -> str:
        return self.origin
