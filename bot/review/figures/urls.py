from django.urls import path

from bot.review.figures import views

urlpatterns = [
    path("cijfers/", views.figures, name="figures"),
    path("cijfers/minuten/", views.minutes, name="figures_minutes"),
    path("cijfers/<slug:key>.csv", views.table, name="figures_table"),
]
