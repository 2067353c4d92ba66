from django.urls import path

from bot.chat import embedding, widget
from bot.chat.api import api

urlpatterns = [
    path("api/chat/", api.urls),
    # The one line that a shop puts in its pages names this short address.
    path("buur.js", widget.script),
    path("buur/<str:name>.js", widget.part),
    path("inbouwen", embedding.embedding, name="embedding"),
    path("inbouwen/voorbeeld", embedding.preview, name="embedding_preview"),
]
