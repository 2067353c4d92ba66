from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path

from bot.review import views

app_name = "review"
urlpatterns = [
    path("", views.inbox, name="inbox"),
    path(
        "inloggen/",
        LoginView.as_view(
            template_name="review/login.html",
            authentication_form=AdminAuthenticationForm,
        ),
        name="login",
    ),
    path("uitloggen/", LogoutView.as_view(), name="logout"),
    path("gesprek/<uuid:public_id>/", views.conversation, name="conversation"),
    path("gesprek/<uuid:public_id>/nieuw/", views.news, name="news"),
    path("gesprek/<uuid:public_id>/antwoord/", views.answer, name="answer"),
    path("gesprek/<uuid:public_id>/overnemen/", views.take_over, name="take_over"),
    path("gesprek/<uuid:public_id>/teruggeven/", views.hand_back, name="hand_back"),
    path("gesprek/<uuid:public_id>/afsluiten/", views.close, name="close"),
    path("gesprek/<uuid:public_id>/typt/", views.typing, name="typing"),
]
