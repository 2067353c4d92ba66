from django.urls import path

from bot.review.stepping_in import calling_views, ready_views, views

_TALK = "gesprek/<uuid:public_id>/"

urlpatterns = [
    path(f"{_TALK}antwoord/", views.answer, name="answer"),
    path(f"{_TALK}overnemen/", views.take_over, name="take_over"),
    path(f"{_TALK}teruggeven/", views.hand_back, name="hand_back"),
    path(f"{_TALK}afsluiten/", views.close, name="close"),
    path(f"{_TALK}typt/", views.typing, name="typing"),
    path(f"{_TALK}erbij/", calling_views.colleagues, name="colleagues"),
    path(f"{_TALK}stroom/", calling_views.listen_to_conversation, name="listen"),
    path("stroom/", calling_views.listen_to_calls, name="listen_to_calls"),
    path("bel/", calling_views.bell, name="bell"),
    path("beantwoorden/", calling_views.calls, name="calls"),
    path("beantwoorden/<int:pk>/klaar/", calling_views.settle, name="settle"),
    path("beantwoorden/wachten/", calling_views.waiting_rules, name="waiting_rules"),
    path("klaar/", ready_views.ready_answers, name="ready_answers"),
    path("klaar/nieuw/", ready_views.ready_answer, name="new_ready_answer"),
    path("klaar/proef/", ready_views.proof, name="proof"),
    path("klaar/voorbeelden/", ready_views.begin, name="begin_ready_answers"),
    path("klaar/<int:pk>/", ready_views.ready_answer, name="ready_answer"),
    path("klaar/<int:pk>/weg/", ready_views.remove, name="remove_ready_answer"),
    path("klaar/<int:pk>/tekst/", ready_views.text, name="ready_text"),
]
