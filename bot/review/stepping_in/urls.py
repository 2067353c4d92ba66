from django.urls import path

from bot.review.stepping_in import views

urlpatterns = [
    path("gesprek/<uuid:public_id>/antwoord/", views.answer, name="answer"),
    path("gesprek/<uuid:public_id>/overnemen/", views.take_over, name="take_over"),
    path("gesprek/<uuid:public_id>/teruggeven/", views.hand_back, name="hand_back"),
    path("gesprek/<uuid:public_id>/afsluiten/", views.close, name="close"),
    path("gesprek/<uuid:public_id>/typt/", views.typing, name="typing"),
]
