from django.urls import path

from bot.review.talks import views

urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("gesprek/<uuid:public_id>/", views.conversation, name="conversation"),
    path("gesprek/<uuid:public_id>/nieuw/", views.news, name="news"),
]
