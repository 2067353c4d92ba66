"""From a bare clone to two environments. Standard library only: it runs on any Python 3.10+."""
