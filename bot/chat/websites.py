"""On which websites the chat may stand: the shop's own, and what its people add."""

from urllib.parse import urlsplit

from django.conf import settings

from bot.chat.models import Website
from bot.shop.models import Shop

_USUAL_PORTS = {"https": 443, "http": 80}


def may_hold_chat(origin: str) -> bool:
    """Return whether pages of this origin may use the chat. Synchronous: it asks the database."""
    named = [*settings.CHAT_ORIGINS, *Shop.objects.values_list("website", flat=True)]
    # Of what is no address nothing is left, and nothing is no website.
    own = {origin_of(address) for address in named} - {""}
    return origin in own or Website.objects.filter(origin=origin).exists()


def origin_of(address: str) -> str:
    """Return an address as browsers write its origin, or nothing when it is no website's."""
    address = address.strip()
    try:
        parts = urlsplit(address if "://" in address else f"https://{address}")
        host = (parts.hostname or "").encode("idna").decode()
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme not in _USUAL_PORTS or not _is_host(host):
        return ""
    unusual = port is not None and port != _USUAL_PORTS[parts.scheme]
    return f"{parts.scheme}://{host}{f':{port}' if unusual else ''}"


def _is_host(host: str) -> bool:
    return bool(host) and all(character.isalnum() or character in "-." for character in host)
