from django.urls import path

from bot.review.logbook import views

urlpatterns = [
    path("logboek/", views.log, name="log"),
    path("logboek/csv/", views.log_csv, name="log_csv"),
]
