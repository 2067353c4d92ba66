"""Lists with a search, and a form for one of them; what changes is what the bot says at once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Case, F, IntegerField, Model, Q, QuerySet, Value, When
from django.db.models.functions import Concat
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bot.review.access import by_htmx, for_staff, for_who_may, user_of
from bot.review.privacy.reads import ORDERS, note_looking
from bot.review.rights import KEEP_SHOP
from bot.review.shopkeeping.changes import write_down
from bot.review.shopkeeping.freshness import (
    SEEN,
    changed_before_it_went,
    changed_meanwhile,
    mark_of,
)
from bot.review.shopkeeping.page import may_see_people, shop_page
from bot.review.shopkeeping.wares.forms import OrderForm, ProductForm, ServiceForm, ShopForm
from bot.shop.models import Order, OrderStatus, Product, Service

_ON_ONE_PAGE = 50
_MOST_STOCK = 100_000


@dataclass(frozen=True)
class _Kind:
    """One of the three lists: what the log calls it and where its pages are."""

    name: str
    model: type[Model]
    form: Callable[..., ShopForm]
    list: str


_PRODUCT = _Kind("product", Product, ProductForm, "products")
_SERVICE = _Kind("service", Service, ServiceForm, "services")
_ORDER = _Kind("order", Order, OrderForm, "orders")


@for_staff
@require_safe
def products(request: HttpRequest) -> HttpResponse:
    rows = Product.objects.annotate(whole=Concat("brand", Value(" "), "name", Value(" "), "colour"))
    for word in _words(request):
        rows = rows.filter(
            Q(whole__icontains=word) | Q(kind__icontains=word) | Q(sku__icontains=word)
        )
    if request.GET.get("op") == "ja":
        rows = rows.filter(stock=0)
    return _list(request, "products.html", _PRODUCT, rows, sold_out=request.GET.get("op") == "ja")


@for_staff
@require_safe
def services(request: HttpRequest) -> HttpResponse:
    rows = Service.objects.all()
    for word in _words(request):
        rows = rows.filter(Q(name__icontains=word) | Q(note__icontains=word))
    return _list(request, "services.html", _SERVICE, rows)


@for_staff
@require_safe
def orders(request: HttpRequest) -> HttpResponse:
    note_looking(user_of(request), ORDERS)
    # What somebody still has to do something with comes first.
    done = When(status__in=[OrderStatus.COLLECTED, OrderStatus.SHIPPED], then=1)
    rows = Order.objects.annotate(done=Case(done, default=0, output_field=IntegerField())).order_by(
        "done", "-number"
    )
    for word in _words(request):
        found = Q(number__icontains=word) | Q(item__icontains=word)
        if may_see_people(request):
            found |= Q(postcode__icontains=word)
        rows = rows.filter(found)
    status = request.GET.get("status", "")
    if status in OrderStatus.values:
        rows = rows.filter(status=status)
    return _list(request, "orders.html", _ORDER, rows, status=status, statuses=OrderStatus.choices)


@for_who_may(KEEP_SHOP)
@require_http_methods(["GET", "HEAD", "POST"])
def product(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    return _edit(request, _PRODUCT, pk)


@for_who_may(KEEP_SHOP)
@require_http_methods(["GET", "HEAD", "POST"])
def service(request: HttpRequest, pk: int) -> HttpResponse:
    return _edit(request, _SERVICE, pk)


@for_who_may(KEEP_SHOP)
@require_http_methods(["GET", "HEAD", "POST"])
def order(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    return _edit(request, _ORDER, pk, may_see_people=may_see_people(request))


@for_who_may(KEEP_SHOP)
@require_POST
def stock(request: HttpRequest, pk: int) -> HttpResponse:
    """One more or one less; two people who count at once are both right."""
    step = 1 if request.POST.get("stap") == "erbij" else -1
    with transaction.atomic():
        found = get_object_or_404(Product.objects.select_for_update(), pk=pk)
        before = found.stock
        if 0 <= before + step <= _MOST_STOCK:
            Product.objects.filter(pk=pk).update(stock=F("stock") + step)
            found.refresh_from_db(fields=["stock"])
            write_down(
                user_of(request),
                "stock.changed",
                str(found),
                {"voorraad": str(before)},
                {"voorraad": str(found.stock)},
            )
    if by_htmx(request):
        return shop_page(request, "stock.html", "products", {"product": found})
    return redirect("review:products")


@for_who_may(KEEP_SHOP)
@require_POST
def remove_product(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Product, pk=pk)
    if mark_of([found]) != request.POST.get(SEEN):
        actions = ["product.changed", "stock.changed"]
        messages.warning(request, changed_before_it_went(actions, subject_of(found)))
        return redirect("review:product", pk)
    facts = ProductForm(instance=found).facts(found)
    found.delete()
    write_down(user_of(request), "product.removed", str(found), facts)
    messages.success(
        request, f"{found} staat er niet meer bij. De chatbot noemt het ook niet meer."
    )
    return redirect("review:products")


def _list(
    request: HttpRequest, template: str, kind: _Kind, rows: QuerySet[Any], **context: Any
) -> HttpResponse:
    page = Paginator(rows, _ON_ONE_PAGE).get_page(request.GET.get("pagina"))
    query = request.GET.copy()
    query.pop("pagina", None)
    context |= {
        "page": page,
        "search": request.GET.get("zoek", ""),
        "query": query.urlencode(),
        "list_url": f"review:{kind.list}",
    }
    return shop_page(request, template, kind.list, context)


def _edit(request: HttpRequest, kind: _Kind, pk: int | None, **options: Any) -> HttpResponse:
    if request.method == "POST":
        return _save(request, kind, pk, options)
    row = get_object_or_404(kind.model, pk=pk) if pk else kind.model()
    return _form_page(request, kind, kind.form(instance=row, **options))


def _save(
    request: HttpRequest, kind: _Kind, pk: int | None, options: dict[str, Any]
) -> HttpResponse:
    with transaction.atomic():
        rows = kind.model._default_manager.select_for_update()
        row = get_object_or_404(rows, pk=pk) if pk else kind.model()
        mark = mark_of([row]) if pk else ""
        known = kind.form(instance=row, **options)
        before = known.facts(row) if pk else {}
        form = kind.form(request.POST, instance=row, **options)
        if not form.is_valid():
            return _form_page(request, kind, form)
        if mark != request.POST.get(SEEN):
            actions = [f"{kind.name}.changed", "stock.changed"]
            return _form_page(request, kind, form, changed_meanwhile(actions, subject_of(row)))
        saved = form.save()
        after = form.facts(saved) | (form.changed_in_private() if pk else {})
        if before != after:
            action = f"{kind.name}.{'changed' if pk else 'added'}"
            write_down(user_of(request), action, subject_of(saved), before, after)
    messages.success(request, f"{saved}: bewaard. De chatbot zegt het vanaf nu zo.")
    return redirect(f"review:{kind.list}")


def _form_page(
    request: HttpRequest, kind: _Kind, form: ShopForm, problem: str = ""
) -> HttpResponse:
    # As it is kept: a form that was filled in has changed its own row already.
    pk = form.instance.pk
    row = kind.model._default_manager.filter(pk=pk).first() if pk else None
    context = {
        "form": form,
        "row": row,
        "kind": kind.name,
        "list_url": f"review:{kind.list}",
        "problem": problem,
        "mark": mark_of([row]) if row else "",
    }
    return shop_page(request, "ware.html", kind.list, context)


def subject_of(row: Model) -> str:
    # An order's own name would say what a customer ordered.
    return row.number if isinstance(row, Order) else str(row)


def _words(request: HttpRequest) -> list[str]:
    return request.GET.get("zoek", "").replace("\0", "")[:100].split()
