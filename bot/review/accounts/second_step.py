"""A code from a phone after the password, by the standard of all authenticator apps (TOTP).

A code counts once. Who has lost the phone uses a recovery code, or asks an owner to switch it off.
"""

import base64
import secrets
from urllib.parse import quote

import segno
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, User
from django.db import transaction
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from bot.shop.models import Shop

# In the session: this login passed the second step.
PASSED = "second_step_passed"
_RECOVERY_CODES = 10
# Nothing that looks like something else on paper.
_LETTERS = "bcdfghjkmnpqrtvwxz234679"


def is_on(user: User | AbstractBaseUser | AnonymousUser) -> bool:
    return bool(TOTPDevice.objects.filter(user_id=user.pk, confirmed=True).exists())


def begin(user: User) -> TOTPDevice:
    """Return the key that somebody scans; it counts from the first right code on."""
    device = TOTPDevice.objects.filter(user=user, confirmed=False).first()
    return device or TOTPDevice.objects.create(user=user, name="telefoon", confirmed=False)


def confirm(user: User, code: str) -> list[str] | None:
    """Switch it on when the code is right; return the recovery codes, which are shown once."""
    with transaction.atomic():
        device = TOTPDevice.objects.select_for_update().filter(user=user, confirmed=False).first()
        if device is None or not device.verify_token(_digits(code)):
            return None
        TOTPDevice.objects.filter(user=user, confirmed=True).delete()
        device.confirmed = True
        device.save(update_fields=["confirmed"])
        return renew_recovery_codes(user)


def passes(user: User, code: str) -> bool:
    """Return whether this is the code of now, or a recovery code, which is used up by it."""
    with transaction.atomic():
        # Held, so that two who come at once with one code don't both pass.
        for device in TOTPDevice.objects.select_for_update().filter(user=user, confirmed=True):
            digits = _digits(code)
            if len(digits) == 6 and device.verify_token(digits):
                return True
        recovery = StaticDevice.objects.select_for_update().filter(user=user).first()
        return recovery is not None and bool(recovery.verify_token(_letters(code)))


def switch_off(user: User) -> None:
    with transaction.atomic():
        TOTPDevice.objects.filter(user=user).delete()
        StaticDevice.objects.filter(user=user).delete()


def renew_recovery_codes(user: User) -> list[str]:
    with transaction.atomic():
        StaticDevice.objects.filter(user=user).delete()
        device = StaticDevice.objects.create(user=user, name="herstelcodes")
        codes = [_new_code() for _ in range(_RECOVERY_CODES)]
        StaticToken.objects.bulk_create(StaticToken(device=device, token=code) for code in codes)
    return [f"{code[:5]}-{code[5:]}" for code in codes]


def recovery_codes_left(user: User) -> int:
    return int(StaticToken.objects.filter(device__user=user).count())


def picture(device: TOTPDevice) -> str:
    """Return the key as a QR code, an SVG to stand in the page."""
    address = f"{device.config_url}&issuer={_issuer()}"
    return segno.make(address, error="m").svg_inline(scale=5, light="#fff", border=3)


def key_to_type(device: TOTPDevice) -> str:
    """Return the key in groups of four, for who can't scan."""
    key = base64.b32encode(device.bin_key).decode()
    return " ".join(key[place : place + 4] for place in range(0, len(key), 4))


def _new_code() -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(10))


def _issuer() -> str:
    shop = Shop.objects.first()
    return quote((shop.name if shop else "Buur").replace(":", ""))


def _digits(code: str) -> str:
    return "".join(character for character in code if character.isdigit() and character.isascii())


def _letters(code: str) -> str:
    return "".join(character for character in code.casefold() if character.isalnum())[:16]
