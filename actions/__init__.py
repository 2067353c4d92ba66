"""Rasa's custom actions: look up a fact of the shop, choose a response, fill it."""
