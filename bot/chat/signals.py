"""What the door tells whoever keeps something beside the record."""

from django.dispatch import Signal

# Sent with the conversation's `pk`, inside the transaction that changed what was said, understood,
# judged or who owns it.
conversation_changed = Signal()
