from django.db import models


class Rights(models.Model):
    """No table: what the permissions of bot.review.rights hang on."""

    class Meta:
        managed = False
        verbose_name = "recht in de werkplek"
        verbose_name_plural = "rechten in de werkplek"
        # Django's own four would only stand in the way where permissions are handed out.
        default_permissions = ()
        permissions = [
            ("answer_customers", "mag klanten antwoorden"),
            ("correct", "mag verbeteren wat de chatbot begreep"),
            ("teach", "mag de chatbot laten leren"),
            ("overrule", "mag een model live zetten dat slechter uit de proef komt"),
            ("keep_shop", "mag de gegevens en de antwoorden van de winkel wijzigen"),
            ("see_personal_data", "mag namen, nummers en adressen van klanten zien"),
            ("manage", "mag accounts, bewaartermijn en wissen regelen"),
        ]
