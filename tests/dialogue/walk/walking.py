"""The walk itself: talk after talk through the chat API, every turn held against the promises."""

from __future__ import annotations

from pathlib import Path
from random import Random

import httpx

from tests.dialogue.walk.logs import Logs
from tests.dialogue.walk.promises import CHECKS
from tests.dialogue.walk.report import Report, Violation
from tests.dialogue.walk.talk import LONGEST_TALK, Line, Talk, Turn
from tests.dialogue.walk.walker import Wanderer

_TIMEOUT_SECONDS = 30.0


def walk(address: str, turns: int, seed: int, logs: Path | None = None) -> Report:
    """Talk until so many turns were taken; return what was said and what went wrong."""
    chance, report, watched = Random(seed), Report(), Logs(logs)
    with httpx.Client(base_url=address, timeout=_TIMEOUT_SECONDS, trust_env=False) as http:
        while report.turns < turns:
            length = min(chance.randint(6, LONGEST_TALK), turns - report.turns)
            try:
                _take_talk(http, Wanderer(chance), length, report, watched)
            except httpx.HTTPError as error:
                talk = report.talks[-1].written() if report.talks else ""
                report.violations.append(Violation("no system", repr(error), talk))
                break
    return report


def _take_talk(
    http: httpx.Client, wanderer: Wanderer, length: int, report: Report, logs: Logs
) -> None:
    opened = http.post("/api/chat/conversations", json={}).raise_for_status().json()
    talk = Talk(len(report.talks) + 1, opened["messages"], report.appointments)
    report.talks.append(talk)
    for _ in range(length):
        turn = _take_turn(http, opened["token"], wanderer.next_line(talk), talk)
        talk.turns.append(turn)
        report.turns += 1
        broken = [found for check in CHECKS for found in check(talk, turn)]
        for kind, detail in dict.fromkeys([*broken, *logs.complaints()]):
            report.violations.append(Violation(kind, detail, talk.written()))
        if turn.status != httpx.codes.CREATED or turn.state == "closed":
            break


def _take_turn(http: httpx.Client, token: str, line: Line, talk: Talk) -> Turn:
    body = {"choice": line.button} if line.button else {"text": line.text}
    headers = {"Authorization": f"Bearer {token}"}
    response = http.post("/api/chat/messages", json=body, headers=headers)
    if response.status_code != httpx.codes.CREATED:
        return Turn(line, response.status_code, talk.state, talk.state, [])
    answer = response.json()
    return Turn(line, response.status_code, answer["state"], talk.state, answer["messages"])
