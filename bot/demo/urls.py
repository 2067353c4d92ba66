from django.urls import path

from bot.demo import views

app_name = "demo"
urlpatterns = [
    path("", views.shop_window, name="shop_window"),
]
