from django.conf import settings
from django.urls import path
from django.views.generic import RedirectView

from bot.chat.api import api

urlpatterns = [
    path("api/chat/", api.urls),
    # The one line that a shop puts in its pages names this short address.
    path("buur.js", RedirectView.as_view(url=f"{settings.STATIC_URL}buur.js")),
]
