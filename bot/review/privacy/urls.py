from django.urls import path

from bot.review.privacy import views

urlpatterns = [
    path("privacy/", views.privacy, name="privacy"),
    path("privacy/klant/", views.customer, name="customer"),
    path("privacy/klant/alles/", views.show, name="customer_show"),
    path("privacy/klant/meegeven/", views.export, name="customer_export"),
    path("privacy/klant/wissen/", views.erase, name="customer_erase"),
]
