"""What the engine has to know of the shop: files in BUUR_VAR that it re-reads when they change."""

import json
import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.conf import settings


def tell_engine(name: str, content: object) -> Path:
    path: Path = settings.VAR_DIR / name
    path.parent.mkdir(parents=True, exist_ok=True)
    # Replaced in one step: the engine never reads half a file.
    with NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as draft:
        json.dump(content, draft, ensure_ascii=False, indent=1)
    os.chmod(draft.name, 0o644)
    os.replace(draft.name, path)
    return path
