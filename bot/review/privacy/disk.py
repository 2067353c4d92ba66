"""What was deleted must not be readable from the disk either.

SQLite overwrites its rows at once, by `PRAGMA secure_delete`. Two places are left, and cleared
here. PostgreSQL does all of it by itself, when autovacuum comes by.
"""

import time

from django.db import DatabaseError, connection

_PAGES_AT_ONCE = 200


def wipe_deleted(seconds: float = 2.0) -> None:
    """Clear the search index and the write-ahead log of what is gone, as far as the time goes."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return
    try:
        _merge_words(time.monotonic() + seconds)
        _run("PRAGMA wal_checkpoint(TRUNCATE)")
    except DatabaseError:
        # Somebody reads or writes this very moment; the next time, or tonight.
        return


def _merge_words(until: float) -> None:
    """Merge the index into one piece: it marks what is gone, and drops it when it is merged.

    In small steps, so that no customer's message waits for it.
    """
    pages = -_PAGES_AT_ONCE
    while time.monotonic() < until:
        before = _changes()
        _run("INSERT INTO review_words_index(review_words_index, rank) VALUES ('merge', %s)", pages)
        if _changes() - before < 2:
            return
        pages = _PAGES_AT_ONCE


def _changes() -> int:
    return int(connection.connection.total_changes)


def _run(statement: str, *values: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
