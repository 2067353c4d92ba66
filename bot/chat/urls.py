from django.urls import path

from bot.chat.api import api

urlpatterns = [path("api/chat/", api.urls)]
