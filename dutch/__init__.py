"""The recipe for the Dutch spaCy pipeline that ships with Buur."""
