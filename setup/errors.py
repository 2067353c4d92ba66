class SetupFailed(Exception):
    """The set-up cannot go on. The message says why, and what to do."""
