from django.db import models

from bot.shop.models.fields import MoneyField, TextListField
from bot.shop.models.shop import Shop


class AfterKeptDays(models.TextChoices):
    """What becomes of a conversation when it was kept long enough, as the bot tells it."""

    ERASE = "erase", "gewist"
    ANONYMISE = "anonymise", "anoniem gemaakt"


class HouseRules(models.Model):
    """What the shop promises, to every customer alike; `Shop.current().rules`."""

    shop = models.OneToOneField(
        Shop, on_delete=models.CASCADE, related_name="rules", verbose_name="winkel"
    )
    discount_reason = models.CharField("waarom geen korting", max_length=300)
    free_help = TextListField("gratis hulp")
    return_days = models.PositiveSmallIntegerField("dagen om te ruilen")
    frame_warranty_years = models.PositiveSmallIntegerField("jaren garantie op montuur")
    glass_warranty_years = models.PositiveSmallIntegerField("jaren garantie op glazen")
    glass_scratch_warranty = models.BooleanField("garantie op krassen", default=False)
    fit_promise = models.CharField("wenbelofte", max_length=300)
    payment = TextListField("betaalmanieren")
    gift_cards = models.BooleanField("cadeaubonnen", default=False)
    shipping_cost = MoneyField("verzendkosten")
    delivery_days = models.PositiveSmallIntegerField("dagen bezorgtijd")
    delivery_countries = TextListField("landen van bezorging")
    home_visits = models.CharField("huisbezoek", max_length=300, blank=True)
    insurers = TextListField("zorgverzekeraars")
    insurance = models.CharField("vergoeding", max_length=300)
    glasses_from_single = MoneyField("glazen enkelvoudig vanaf")
    glasses_from_multifocal = MoneyField("glazen multifocaal vanaf")
    kept_days = models.PositiveSmallIntegerField("dagen dat gesprekken blijven")
    after_kept_days = models.CharField(
        "en daarna", max_length=10, choices=AfterKeptDays, default=AfterKeptDays.ERASE
    )
    read_by = models.CharField("wie gesprekken leest", max_length=300)
    used_for = models.CharField("waarvoor gesprekken dienen", max_length=300)

    class Meta:
        verbose_name = "huisregels"
        verbose_name_plural = "huisregels"

    def __str__(self) -> str:
        return f"Huisregels van {self.shop}"
