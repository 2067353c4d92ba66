"""Rasa's working memory. It is never the record: the door keeps the conversations."""

from typing import Any

import sqlalchemy as sa
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain


class WorkingMemory(SQLTrackerStore):
    """SQL tracker store that lets readers and a writer work at once, and that can forget."""

    def __init__(
        self,
        domain: Domain | None = None,
        event_broker: EventBroker | None = None,
        **options: Any,
    ) -> None:
        super().__init__(domain=domain, event_broker=event_broker, **options)
        if self.engine.dialect.name == "sqlite":
            sa.event.listen(self.engine, "connect", _share_file)
            self.engine.dispose()

    def forget(self, conversation: str) -> None:
        """Erase all that is remembered of a conversation."""
        with self.session_scope() as session:
            session.query(self.SQLEvent).filter_by(sender_id=conversation).delete()
            session.commit()
        if self.engine.dialect.name == "sqlite":
            with self.engine.connect() as connection:
                # The write-ahead log still holds what was said.
                connection.execute(sa.text("PRAGMA wal_checkpoint(TRUNCATE)"))


def _share_file(connection: Any, _: Any) -> None:
    """Rasa opens SQLite as it comes; write-ahead logging and a wait keep turns from failing."""
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA busy_timeout=5000")
    # What is forgotten is overwritten on the disk as well.
    connection.execute("PRAGMA secure_delete=ON")
