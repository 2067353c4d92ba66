class PeerFailed(Exception):
    """A peer cannot be measured here; the message says why."""
