"""`python -m bot.tone`, as make check and CI run it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bot.tone", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def written(folder: Path, content: str) -> Path:
    path = folder / "domain.yml"
    path.write_text(content, encoding="utf-8")
    return path


def test_shows_line_and_mend_of_a_planted_fault(tmp_path):
    path = written(
        tmp_path,
        "responses:\n"
        "  utter_greet:\n"
        '  - text: "Hoi."\n'
        '  - text: "Waar kan ik u mee helpen?"\n'
        "    buttons:\n"
        '    - {title: "Check je afspraak", payload: "/check"}\n',
    )

    ran = run(path)

    assert ran.returncode == 1
    first, second = ran.stdout.splitlines()
    assert first.startswith(f'{path}:4: formal_address: "u" — Gelijkwaardig:')
    assert 'Better: Zeg je en jij: "Waar kan ik je mee helpen?"' in first
    assert second.startswith(f'{path}:6: english: "Check"')


def test_good_responses_pass(tmp_path):
    ran = run(written(tmp_path, 'responses:\n  utter_greet:\n  - text: "Hoi, {name}."\n'))

    assert (ran.returncode, ran.stdout) == (0, "")


def test_what_a_customer_would_say_in_a_button_is_no_promise(tmp_path):
    title = 'responses:\n  utter_choice_ask_discount:\n  - text: "Is er korting?"\n'

    assert run(written(tmp_path, title)).returncode == 0


def test_a_comment_lets_a_check_pass(tmp_path):
    text = "responses:\n  utter_x: # tone: english\n  - text: Bring your own glasses here.\n"

    assert run(written(tmp_path, text)).returncode == 0


def test_reads_what_a_shop_says_and_not_what_its_file_tells_the_machine(tmp_path):
    path = written(
        tmp_path,
        "policy:\n"
        "  reason: wij geven u tien procent korting\n"
        "languages: somebody who writes English gets one English sentence\n",
    )

    ran = run(path)

    checks = {line.split(": ")[1] for line in ran.stdout.splitlines()}
    assert checks == {"formal_address", "discount_promise"}


def test_a_file_that_is_no_yaml_is_said_so(tmp_path):
    ran = run(written(tmp_path, "responses: ["))

    assert ran.returncode == 2
    assert "cannot be read" in ran.stderr


def test_measure_prints_precision_and_recall_and_every_check():
    ran = run("--measure")

    assert ran.returncode == 0
    assert ran.stdout.startswith("precision ")
    assert "recall " in ran.stdout
    assert "formal_address" in ran.stdout
