from django.urls import path

from bot.review.talks import label_views, mark_views, saved, views

urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("filters/", saved.save, name="save_filter"),
    path("filters/<int:pk>/weg/", saved.remove, name="remove_filter"),
    path("labels/", label_views.labels, name="labels"),
    path("labels/<int:pk>/", label_views.change, name="change_label"),
    path("labels/<int:pk>/weg/", label_views.remove, name="remove_label"),
    path("gesprek/<uuid:public_id>/", views.conversation, name="conversation"),
    path("gesprek/<uuid:public_id>/nieuw/", views.news, name="news"),
    path("gesprek/<uuid:public_id>/eerder/", views.earlier, name="earlier"),
    path("gesprek/<uuid:public_id>/toon/", views.manners, name="manners"),
    path("gesprek/<uuid:public_id>/volgende/", views.next_to_review, name="next_to_review"),
    path("gesprek/<uuid:public_id>/nagelezen/", mark_views.review, name="review"),
    path("gesprek/<uuid:public_id>/label/<int:pk>/", mark_views.label, name="label"),
    path("gesprek/<uuid:public_id>/voor/", mark_views.assign, name="assign"),
    path("gesprek/<uuid:public_id>/notitie/", mark_views.note, name="note"),
    path(
        "gesprek/<uuid:public_id>/notitie/<int:pk>/weg/", mark_views.remove_note, name="remove_note"
    ),
]
