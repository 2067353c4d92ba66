from django.urls import path

from bot.shop import views

app_name = "shop"
urlpatterns = [
    path("afspraak/<str:number>.ics", views.appointment_calendar, name="calendar"),
]
