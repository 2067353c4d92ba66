from bot.chat import sentences

STATUS = {
    "empty": 400,
    "too_long": 400,
    "not_text": 400,
    "unknown_choice": 400,
    "unknown_token": 401,
    "unknown_message": 404,
    "too_many_requests": 429,
    "engine_unavailable": 503,
}


class Refused(Exception):
    """A request that the door turns down, with a sentence for the customer."""

    def __init__(self, code: str, retry_after: int | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.status = STATUS[code]
        self.sentence = sentences.ERRORS[code]
        self.retry_after = retry_after
