from django.urls import path

from bot.review.correcting import queue_views, views

_message = "gesprek/<uuid:public_id>/<int:number>/"

urlpatterns = [
    path(f"{_message}verbeter/", views.correct, name="correct"),
    path(f"{_message}verbeteringen/", views.words, name="words"),
    path(f"{_message}verbeteringen/terugnemen/", views.take_back, name="take_back"),
    path("verbeteren/", queue_views.queue, name="doubts"),
    path("verbeteren/zeg/", queue_views.say, name="say"),
    path("verbeteren/overslaan/", queue_views.skip, name="skip"),
    path("verbeteren/overgeslagen/", queue_views.skipped_back, name="skipped_back"),
    path("verbeteren/ongedaan/", queue_views.undo, name="undo"),
    path("verbeteren/soorten/", views.kinds, name="kinds"),
    path("verbeteren/oneens/", views.disagreements, name="disagreements"),
    path("verbeteren/oneens/<int:pk>/", views.decide, name="decide"),
]
