from django.urls import path

from bot.review.learning import views

urlpatterns = [
    path("leren/", views.learning, name="learning"),
    path("leren/stand/", views.standing, name="learning_standing"),
    path("leren/leer/", views.learn, name="learn"),
    path("leren/breek-af/", views.cancel, name="cancel_learning"),
    path("leren/live/", views.go_live, name="go_live"),
    path("leren/zin/<int:pk>/", views.leave_out, name="leave_out"),
    path("leren/zinnen.yml", views.examples_file, name="examples_file"),
    path("leren/gesprekken.yml", views.conversations_file, name="conversations_file"),
    path("gesprek/<uuid:public_id>/goed/", views.good, name="good"),
]
