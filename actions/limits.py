"""What the bot does not tell or judge, and what it is not told: said plainly, with the reason."""

from actions.base import ShopAction
from actions.topics import ASK_HOUSE_HABIT, ASK_MEDICAL, ASK_PRIVATE
from actions.turn import Turn


class PrivateData(ShopAction):
    """About other customers, and about the staff's own life."""

    action = "action_private_data"
    answers = (ASK_PRIVATE,)

    def answer(self, turn: Turn) -> None:
        turn.say("utter_private")


class Medical(ShopAction):
    """Diseases and medicines are a doctor's, also when there is no hurry."""

    action = "action_medical"
    answers = (ASK_MEDICAL,)

    def answer(self, turn: Turn) -> None:
        turn.say("utter_medical")


class HouseHabit(ShopAction):
    """What may be done in the shop is not written down anywhere."""

    action = "action_house_habit"
    answers = (ASK_HOUSE_HABIT,)

    def answer(self, turn: Turn) -> None:
        turn.say("utter_house_habit")
