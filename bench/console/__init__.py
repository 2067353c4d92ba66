"""The staff console with a shop's worth of conversations, in a folder of its own.

`python -m bench.console [how many]` makes them once, and prints how long the pages take.
"""
