"""What was deleted must not be readable from the disk either."""

from django.db import DatabaseError, connection


def wipe_deleted() -> None:
    """Fold SQLite's write-ahead log away, which still holds deleted rows.

    The file itself is overwritten at once, by `PRAGMA secure_delete`. PostgreSQL does both by
    itself, when autovacuum comes by.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return
    try:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except DatabaseError:
        # Somebody reads this very moment; the next time, or tonight.
        return
