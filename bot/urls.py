from django.contrib import admin
from django.urls import include, path

from bot.chat.health import healthz

handler404 = "bot.chat.errors.not_found"
handler500 = "bot.chat.errors.server_error"

urlpatterns = [
    path("staf/winkel/", admin.site.urls),
    path("staf/", include("bot.review.urls")),
    path("healthz", healthz),
    path("", include("bot.chat.urls")),
    path("", include("bot.shop.urls")),
    path("", include("bot.demo.urls")),
]
