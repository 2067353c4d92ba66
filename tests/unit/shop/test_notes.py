import pytest

from bot.shop.models import StaffMessage
from bot.shop.notes import leave_message


@pytest.mark.django_db
@pytest.mark.parametrize("contact", ["0612345678", ""])
def test_a_message_is_kept_for_the_staff_with_or_without_a_way_back(contact):
    leave_message(" Bel me even over mijn bril ", contact, "c1")

    message = StaffMessage.objects.get()
    assert (message.text, message.contact) == ("Bel me even over mijn bril", contact)
    assert (message.conversation, message.handled) == ("c1", False)
