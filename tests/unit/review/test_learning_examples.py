"""What is learned of corrections, and what is not."""

import json
from typing import Any

import pytest
import yaml
from django.contrib.auth.models import User
from django.test import Client

from bot.chat.models import Conversation, Message
from bot.review.learning.conversations import NothingToTest, as_story, mark_good
from bot.review.learning.examples import as_rasa, news, take_in, taught
from bot.review.learning.neutral import neutral
from bot.review.masking import Masker
from bot.review.models import Correction, GoodConversation, TrainingExample, Verdict
from tests.unit.review.talks import address, says, talk


@pytest.fixture
def erik_himself(erik: Client) -> User:
    return User.objects.get(username="erik")


def corrected(
    text: str,
    intent: str = "ask_repair",
    verdict: Verdict = Verdict.CORRECTED,
    by: str = "erik",
    **understood: Any,
) -> Message:
    message = says(talk(), text, **({"intent": "ask_price"} | understood))
    corrects(message, intent, verdict, by)
    return Message.objects.get(pk=message.pk)


def corrects(
    message: Message, intent: str, verdict: Verdict = Verdict.CORRECTED, by: str = "erik"
) -> None:
    user = User.objects.filter(username=by).first()
    Correction.objects.update_or_create(
        message=message, user=user, defaults={"name": by, "verdict": verdict, "intent": intent}
    )


def learns(user: User) -> None:
    found = news()
    take_in(found, [each.correction.pk for each in found.candidates], user)


def at(text: str, words: str, entity: str, **more: str) -> dict[str, Any]:
    start = text.index(words)
    return {"entity": entity, "start": start, "end": start + len(words), **more}


def test_what_means_something_is_learned_and_the_rest_is_not(erik_himself: User) -> None:
    corrected("de poot is eraf")
    corrected("wat kost dat", "ask_price", Verdict.RIGHT)
    corrected("asdf", "", Verdict.NONSENSE)
    corrected("verhuren jullie skibrillen", "", Verdict.NEW_KIND)
    corrected("een bedoeling die niet bestaat", "ask_nothing")

    learns(erik_himself)

    assert {(each.text, each.intent) for each in taught()} == {
        ("de poot is eraf", "ask_repair"),
        ("wat kost dat", "ask_price"),
    }
    assert {each.name for each in taught()} == {"erik"}


def test_what_people_disagree_on_is_not_learned_until_they_agree(
    erik_himself: User, logs_in: Any
) -> None:
    logs_in("Noor")
    message = corrected("die bril is niks")
    corrects(message, "complaint", by="noor")

    assert news().candidates == []

    corrects(message, "ask_repair", by="noor")

    assert [each.neutral.text for each in news().candidates] == ["die bril is niks"]


def test_another_word_on_a_message_replaces_what_was_learned(erik_himself: User) -> None:
    message = corrected("die bril is niks")
    learns(erik_himself)

    corrects(message, "complaint")
    [candidate] = news().candidates
    learns(erik_himself)

    assert candidate.before == "ask_repair"
    assert [each.intent for each in taught()] == ["complaint"]


def test_a_word_that_is_taken_back_is_forgotten(erik_himself: User) -> None:
    message = corrected("die bril is niks")
    learns(erik_himself)

    corrects(message, "", Verdict.NONSENSE)
    learns(erik_himself)

    assert not taught().exists()


@pytest.mark.django_db
def test_personal_data_becomes_neutral_and_the_sentence_stays_one() -> None:
    text = "ik heet Sanne de Wit, bel 06-12345678 of mail sanne@dewit.example voor de bril"

    told = neutral(text, [at(text, "Sanne de Wit", "name"), at(text, "bril", "kind")], Masker([]))

    assert told.text == "ik heet Jan, bel 0600000000 of mail naam@voorbeeld.nl voor de bril"
    assert told.had_personal_data
    marks = {told.text[each["start"] : each["end"]]: each["entity"] for each in told.entities}
    assert marks["Jan"] == "name"
    assert marks["bril"] == "kind"


@pytest.mark.parametrize(
    ("text", "names", "is_telling"),
    [
        ("Sanne de Wit", ["Sanne de Wit"], False),
        ("Sanne de Wit 0612345678", ["Sanne de Wit"], False),
        ("ja Sanne de Wit", ["Sanne de Wit"], False),
        ("ik ben Sanne de Wit en mijn poot is stuk", ["Sanne de Wit"], True),
        ("nee", [], True),
    ],
)
@pytest.mark.django_db
def test_too_little_is_left_of_a_message_that_is_all_personal(
    text: str, names: list[str], is_telling: bool
) -> None:
    marked = [at(text, name, "name") for name in names]

    assert neutral(text, marked, Masker([])).is_telling is is_telling


def test_a_name_said_elsewhere_in_the_talk_is_not_learned(erik_himself: User) -> None:
    conversation = talk("goedemiddag, ik heet zuhal yilmaz")
    message = says(conversation, "is de bril van zuhal er", intent="ask_price")
    corrects(message, "order_status")
    good = talk("goedemiddag, ik heet zuhal yilmaz")
    says(good, "wat kost de bril van zuhal", intent="ask_price")
    mark_good(good, erik_himself)

    learns(erik_himself)

    [example] = taught()
    assert example.text == "is de bril van Jan er"
    assert example.goes_with == message
    assert "zuhal" not in as_story(GoodConversation.objects.get())


def test_what_is_too_personal_is_told_and_left_out(erik_himself: User) -> None:
    corrected("Sanne de Wit", entities=[at("Sanne de Wit", "Sanne de Wit", "name")])

    found = news()

    assert found.candidates == []
    assert len(found.too_personal) == 1


def test_an_erased_conversation_takes_along_what_held_something_personal(
    erik_himself: User,
) -> None:
    corrected("de poot is eraf")
    name = "ik ben Sanne en de poot is eraf"
    corrected(name, entities=[at(name, "Sanne", "name")])
    learns(erik_himself)

    Conversation.objects.all().delete()

    assert [each.text for each in taught()] == ["de poot is eraf"]
    assert as_rasa(taught()).count("    - ") == 1


@pytest.mark.parametrize(
    "text",
    [
        "kijk [hier](name) eens",
        "/restart",
        "twee\nregels\r\nen een\tab",
        "- een streepje",
        "#geen commentaar: wel",
        "\u2028\x07\x85 rare tekens",
        "{a: b} | > & * !!python/object",
    ],
)
def test_what_a_customer_types_cannot_break_the_file(erik_himself: User, text: str) -> None:
    corrected(text)
    corrected("de poot is eraf")
    learns(erik_himself)

    content = yaml.safe_load(as_rasa(taught(), with_entities=True))

    [block] = content["nlu"]
    lines = block["examples"].splitlines()
    assert block["intent"] == "ask_repair"
    assert len(lines) == 2
    assert all(line.startswith("- ") for line in lines)
    assert not any(sign in line for line in lines for sign in "[]{}")
    assert not any(line.startswith("- /") for line in lines)


def test_one_block_per_intent_with_entities_where_they_are(erik_himself: User) -> None:
    text = "is de clubmaster gelijmd?"
    message = corrected(text)
    Correction.objects.update(entities=[at(text, "clubmaster", "brand", value="Ray-Ban")])
    corrected("wat kost lijmen", "ask_price")
    corrected("de poot is eraf")
    learns(erik_himself)

    content = yaml.safe_load(as_rasa(taught(), with_entities=True))

    assert message.pk
    assert [block["intent"] for block in content["nlu"]] == ["ask_price", "ask_repair"]
    assert "- is de [clubmaster](brand) gelijmd?" in content["nlu"][1]["examples"]


def test_of_one_sentence_with_two_meanings_the_newest_counts(erik_himself: User) -> None:
    corrected("De poot is eraf.")
    learns(erik_himself)
    corrected("de poot is eraf", "complaint")
    learns(erik_himself)

    [block] = yaml.safe_load(as_rasa(taught()))["nlu"]

    assert block["intent"] == "complaint"


def test_nothing_learned_is_an_empty_file(db: None) -> None:
    assert as_rasa(taught()) == ""


# Good conversations


def held() -> Conversation:
    conversation = talk()
    says(conversation, "hoi", intent="greet", actions=["action_reply"])
    says(
        conversation,
        "ik wil een afspraak",
        intent="make_appointment",
        actions=["action_begin", "appointment_form"],
    )
    says(
        conversation,
        "Sanne de Wit",
        intent="inform",
        entities=[at("Sanne de Wit", "Sanne de Wit", "name", value="Sanne de Wit")],
        actions=["appointment_form"],
    )
    says(conversation, "ja", intent="affirm", actions=["appointment_form", "action_book"])
    return conversation


def steps_of(conversation: Conversation, user: User) -> list[dict[str, Any]]:
    story = yaml.safe_load(as_story(mark_good(conversation, user)))
    steps: list[dict[str, Any]] = story["stories"][0]["steps"]
    return steps


def test_a_good_conversation_is_a_story_of_rasa_with_its_form(erik_himself: User) -> None:
    assert steps_of(held(), erik_himself) == [
        {"user": "hoi", "intent": "greet"},
        {"action": "action_reply"},
        {"user": "ik wil een afspraak", "intent": "make_appointment"},
        {"action": "action_begin"},
        {"action": "appointment_form"},
        {"active_loop": "appointment_form"},
        {"user": "[Jan](name)", "intent": "inform"},
        {"action": "appointment_form"},
        {"user": "ja", "intent": "affirm"},
        {"action": "appointment_form"},
        {"active_loop": None},
        {"slot_was_set": [{"requested_slot": None}]},
        {"action": "action_book"},
    ]


def test_the_story_ends_where_the_bot_was_wrong_or_a_person_came_in(erik_himself: User) -> None:
    wrong = talk()
    says(wrong, "hoi", intent="greet", actions=["action_reply"])
    corrects(says(wrong, "poot eraf", intent="ask_price", actions=["action_price"]), "ask_repair")

    assert steps_of(wrong, erik_himself) == [
        {"user": "hoi", "intent": "greet"},
        {"action": "action_reply"},
    ]


def test_what_was_pressed_or_not_understood_tests_no_words(erik_himself: User) -> None:
    conversation = talk()
    says(conversation, "hoi", intent="greet", actions=["action_reply"])
    says(conversation, "Ja", intent="affirm", choice="/affirm", actions=["action_reply"])
    says(conversation, "brabbel", intent="nlu_fallback", actions=["action_clarify"])

    steps = steps_of(conversation, erik_himself)

    assert {"intent": "affirm"} in steps
    assert {"intent": "nlu_fallback"} in steps


def test_a_conversation_without_words_is_no_test(erik_himself: User) -> None:
    with pytest.raises(NothingToTest):
        mark_good(talk("nog niet beantwoord"), erik_himself)


def test_one_click_makes_a_test_and_one_undoes_it(erik: Client) -> None:
    conversation = held()

    erik.post(address(conversation, "goed/"))
    page = erik.get(address(conversation)).content.decode()
    file = erik.get("/staf/leren/gesprekken.yml")

    assert "Een goed gesprek, vindt erik." in page
    assert len(yaml.safe_load(file.content)["stories"]) == 1
    assert "Sanne" not in json.dumps(GoodConversation.objects.get().steps)
    assert "test_goede_gesprekken.yml" in file["Content-Disposition"]

    erik.post(address(conversation, "goed/"), {"niet": "ja"})

    assert not GoodConversation.objects.exists()


def test_a_good_conversation_is_erased_with_the_conversation(erik: Client) -> None:
    conversation = held()
    erik.post(address(conversation, "goed/"))

    conversation.delete()

    assert not GoodConversation.objects.exists()


def test_a_sentence_can_be_left_out_and_taken_in_again(erik: Client, erik_himself: User) -> None:
    corrected("de poot is eraf")
    learns(erik_himself)
    number = TrainingExample.objects.get().pk

    erik.post(f"/staf/leren/zin/{number}/")
    assert not taught().exists()
    assert news().candidates == []

    erik.post(f"/staf/leren/zin/{number}/")
    assert taught().exists()
