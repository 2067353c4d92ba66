"""A customer who wanders: random talks through the chat API, and what may never happen in them.

`python -m tests.dialogue.walk --turns 3000 --seed 7 --address http://127.0.0.1:8310` prints a
summary and ends with 1 when a promise was broken. Talks stay under the door's limit of thirty
messages a minute; the system needs BUUR_CONVERSATIONS_PER_10_MINUTES=10000
and BUUR_ADDRESS_MESSAGES_PER_MINUTE=10000.
"""

from tests.dialogue.walk.walking import walk

__all__ = ["walk"]
