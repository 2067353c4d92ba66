from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path

urlpatterns = [
    path(
        "inloggen/",
        LoginView.as_view(
            template_name="review/login.html",
            authentication_form=AdminAuthenticationForm,
        ),
        name="login",
    ),
    path("uitloggen/", LogoutView.as_view(), name="logout"),
]
