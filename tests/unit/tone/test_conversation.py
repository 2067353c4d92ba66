"""What only a whole conversation shows."""

from bot.tone import Assessment, check_conversation

HELLO = ("bot", "Hoi, ik ben Helder, de chatbot. Waar kan ik je mee helpen?")


def found(assessment: Assessment) -> list[tuple[int, str]]:
    return [(placed.index, placed.finding.check) for placed in assessment.findings]


def test_a_good_conversation_keeps_every_principle():
    talk = [HELLO, ("customer", "Zijn jullie open?"), ("bot", "Ja, tot zes uur.")]

    assessment = check_conversation(talk)

    assert assessment.findings == ()
    assert set(assessment.scores.values()) == {1.0}


def test_what_the_customer_says_is_not_checked():
    assert found(check_conversation([HELLO, ("customer", "U bent een oplichter!!!")])) == []


def test_what_staff_say_is_checked_too_but_they_are_human():
    talk = [HELLO, ("person", "Ik ben Erik. Wat kan ik voor u doen?")]

    assert found(check_conversation(talk)) == [(1, "formal_address")]


def test_a_score_is_the_share_of_messages_that_kept_the_principle():
    talk = [HELLO, ("customer", "hoi"), ("bot", "Dag meneer, wat wilt u?")]

    scores = check_conversation(talk).scores

    assert scores["gelijkwaardig"] == 0.5
    assert scores["ontspannen"] == 1.0


def test_the_first_message_of_the_bot_says_that_it_is_a_chatbot():
    assert found(check_conversation([("bot", "Hoi, wat zoek je?")])) == [(0, "not_introduced")]


def test_the_same_reply_twice_in_a_row():
    talk = [HELLO, ("customer", "eh"), ("bot", "Wat bedoel je?"), ("customer", "nou")]

    assert found(check_conversation([*talk, ("bot", "wat bedoel je")])) == [(4, "same_reply")]


def test_the_same_refusal_word_for_word():
    talk = [
        HELLO,
        ("bot", "Nee, korting doen we niet. Bijstellen is gratis."),
        ("customer", "En voor mij?"),
        ("bot", "Wat zoek je?"),
        ("customer", "Korting."),
        ("bot", "Nee, korting doen we niet. Poetsen is ook gratis."),
    ]

    [placed] = check_conversation(talk).findings

    assert (placed.index, placed.finding.check) == (5, "same_refusal")
    assert placed.finding.found == "Nee, korting doen we niet."


def test_a_third_bubble_in_a_row():
    talk = [HELLO, ("bot", "We zijn open."), ("bot", "Tot zes uur."), ("bot", "Kom maar.")]

    assert found(check_conversation(talk)) == [(2, "too_many_bubbles")]


def test_an_english_customer_gets_english():
    talk = [HELLO, ("customer", "Do you have any glasses here?"), ("bot", "You can call the shop.")]

    assert found(check_conversation(talk)) == []
