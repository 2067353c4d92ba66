from django.urls import path

from bot.review.accounts import login, own_views, views

urlpatterns = [
    path("inloggen/", login.Login.as_view(), name="login"),
    path("inloggen/code/", login.login_code, name="login_code"),
    path("uitloggen/", login.Logout.as_view(), name="logout"),
    path("welkom/<uidb64>/<token>/", login.ChoosePassword.as_view(), name="choose_password"),
    path("accounts/", views.accounts, name="accounts"),
    path("accounts/nieuw/", views.new_account, name="new_account"),
    path("accounts/code-verplicht/", views.require_second_step, name="require_second_step"),
    path("accounts/ik/", own_views.own, name="own"),
    path("accounts/ik/wachtwoord/", own_views.password, name="own_password"),
    path("accounts/ik/elders-uitloggen/", own_views.elsewhere, name="own_elsewhere"),
    path("accounts/ik/tweede-stap/", own_views.set_up_second_step, name="second_step"),
    path("accounts/ik/tweede-stap/uit/", own_views.drop_second_step, name="second_step_drop"),
    path("accounts/ik/herstelcodes/", own_views.new_recovery_codes, name="recovery_codes"),
    path("accounts/<int:pk>/", views.account, name="account"),
    path("accounts/<int:pk>/uit/", views.switch_off, name="account_off"),
    path("accounts/<int:pk>/aan/", views.switch_on, name="account_on"),
    path("accounts/<int:pk>/link/", views.link, name="account_link"),
    path("accounts/<int:pk>/uitloggen/", views.end_sessions, name="account_sessions"),
    path(
        "accounts/<int:pk>/tweede-stap-uit/", views.without_second_step, name="account_second_step"
    ),
    path("accounts/<int:pk>/weg/", views.remove, name="account_remove"),
]
