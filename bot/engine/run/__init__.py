"""Train the model, and start and supervise the engine, the actions and the web.

Standard library only: the set-up borrows `progress` before there is any environment.
"""
