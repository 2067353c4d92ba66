"""Staff book, move and cancel under the same rule as customers: one at a time."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from bot.shop import appointments
from bot.shop.models import Appointment, AppointmentState, Service
from bot.shop.refusals import refusal_words


class AppointmentForm(forms.ModelForm):
    class Meta:
        model = Appointment
        fields = ["service", "start", "name", "phone", "email"]

    def clean(self) -> dict[str, Any]:
        fields = super().clean() or self.cleaned_data
        start, service = fields.get("start"), self._service(fields)
        if start and service and (self.instance.pk is None or "start" in self.changed_data):
            try:
                moving = self.instance if self.instance.pk else None
                appointments.check_slot(service, start, moving=moving)
            except appointments.SlotRefused as refusal:
                self.add_error("start", refusal_words(refusal))
        return fields

    def _service(self, fields: dict[str, Any]) -> Service | None:
        return self.instance.service if self.instance.pk else fields.get("service")


@admin.register(Appointment)
class AppointmentAdmin(admin.ModelAdmin):
    form = AppointmentForm
    list_display = ["start", "service", "name", "phone", "number", "state"]
    list_filter = ["state", "service", "start"]
    list_select_related = ["service"]
    search_fields = ["number", "name", "phone", "email"]
    date_hierarchy = "start"
    actions = ["cancel"]

    def get_fields(self, request: HttpRequest, obj: Appointment | None = None) -> list[Any]:
        fields = ["service", "start", "name", "phone", "email"]
        return [*fields, "number", "state", "created"] if obj else fields

    def get_readonly_fields(
        self, request: HttpRequest, obj: Appointment | None = None
    ) -> list[str]:
        if obj is None:
            return []
        # Another service lasts longer or shorter: that is a new appointment.
        fixed = ["service", "number", "state", "created"]
        return fixed if obj.state == AppointmentState.BOOKED else [*fixed, "start"]

    def save_model(
        self,
        request: HttpRequest,
        obj: Appointment,
        form: forms.ModelForm,
        change: bool,
    ) -> None:
        if not change:
            booked = appointments.book(obj.service, obj.start, obj.name, obj.phone, obj.email)
            obj.__dict__.update(booked.__dict__)
            return
        if "start" in form.changed_data:
            appointments.move(obj, obj.start)
        obj.save(update_fields=["name", "phone", "email"])

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except appointments.SlotRefused as refusal:
            # Somebody booked between the check of the form and the saving.
            self.message_user(request, refusal_words(refusal), messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())

    @admin.action(description="Afzeggen")
    def cancel(self, request: HttpRequest, chosen: QuerySet[Appointment]) -> None:
        for appointment in chosen.filter(state=AppointmentState.BOOKED):
            appointments.cancel(appointment)
