from django.contrib.admin.apps import AdminConfig


class OwnersAdminConfig(AdminConfig):
    default_site = "bot.review.accounts.admin_site.OwnersSite"
