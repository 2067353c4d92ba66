import hashlib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
