import pytest

from bot.engine.plain_text import as_plain_text

# As Rasa looks for it: what is left after stripping, from the start.
COMMAND = "/"


@pytest.mark.parametrize(
    "text",
    [
        "/restart",
        '/deny{"slot": "x"}',
        "//restart",
        "/ /restart",
        " / / /restart",
        "/\u2028/restart",
        "\u00a0/\t/restart",
        "/\x1f/restart",
        "\u200b/restart",
        "\u200f/restart",
        "\ufeff /restart",
        "\uff0frestart",
        "/",
        "/ /",
    ],
)
def test_no_text_is_a_command(text: str) -> None:
    assert not as_plain_text(text).strip().startswith(COMMAND)


@pytest.mark.parametrize("text", ["wat kost 1/2 bril?", "ma/di open?", "hoi / dag"])
def test_a_slash_further_on_stays(text: str) -> None:
    assert as_plain_text(text) == text
