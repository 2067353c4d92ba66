from django.urls import path

from bot.demo import views

app_name = "demo"
urlpatterns = [
    path("", views.home, name="home"),
    path("brillen", views.glasses, name="glasses"),
    path("hoortoestellen", views.hearing, name="hearing"),
    path("contact", views.contact, name="contact"),
]
