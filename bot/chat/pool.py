"""Database work away from the event loop.

Django's own async ORM pins a thread, and with it a database connection, to each request; a
customer who listens for an hour would hold both. Here work borrows a thread of the loop's pool.
"""

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from asgiref.sync import sync_to_async
from django.db import close_old_connections

P = ParamSpec("P")
R = TypeVar("R")


def in_pool(work: Callable[P, R]) -> Callable[P, Awaitable[R]]:
    @wraps(work)
    def with_fresh_connection(*args: P.args, **kwargs: P.kwargs) -> R:
        close_old_connections()
        try:
            return work(*args, **kwargs)
        finally:
            close_old_connections()

    return sync_to_async(with_fresh_connection, thread_sensitive=False)
