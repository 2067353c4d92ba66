"""What staff teach is read beside the files, and of two words on one message theirs counts."""

import json
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
_READ = """
import json, sys
from bot.engine.importer import MessageImporter
data = MessageImporter("config.yml", None, sys.argv[1:]).get_nlu_data()
print(json.dumps(sorted((m.get("text"), m.get("intent")) for m in data.intent_examples)))
"""
_FILE = """version: "3.1"
nlu:
- intent: {intent}
  metadata: {{writer: {writer}}}
  examples: |
    - {first}
    - {second}
"""


def test_staff_s_word_on_a_message_replaces_that_of_the_files(tmp_path: Path) -> None:
    files = [tmp_path / "own.yml", tmp_path / "taught.yml"]
    files[0].write_text(
        _FILE.format(intent="ask_price", writer="writer1", first="Wat moet dat?", second="duur")
    )
    files[1].write_text(
        _FILE.format(intent="complaint", writer="your_shop", first="wat moet dat", second="bah")
    )

    read = subprocess.run(
        [ROOT / ".venv/engine/bin/python", "-W", "ignore", "-c", _READ, *files],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert json.loads(read.stdout.splitlines()[-1]) == [
        ["bah", "complaint"],
        ["duur", "ask_price"],
        ["wat moet dat", "complaint"],
    ]
