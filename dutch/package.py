"""Joins the two trainings into one pipeline and wraps it as a wheel."""

import base64
import hashlib
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy
import spacy
from spacy.language import Language

from dutch.compounds import FACTORY, CompoundMarker

NAME = "core_news_sm"
PACKAGE = f"nl_{NAME}"
VERSION = "3.4.0+buur1"
RECIPE = Path(__file__).parent
WHEEL = f"{PACKAGE}-{VERSION}-py3-none-any.whl"
# Bits of a weight's fraction that are kept; the rest is noise that a zip file cannot shrink.
FRACTION_BITS = 10
EPOCH = (2026, 1, 1, 0, 0, 0)

DESCRIPTION = (
    "Dutch pipeline of the Buur project: tok2vec, morphologizer, tagger, lemmatizer, "
    "compound_marker, ner. "
    "It stands in for Explosion's nl_core_news_sm 3.4.0 and is not that package: trained anew on "
    "the dev and test files of two treebanks (about a quarter as many words), without a parser. "
    "Its ner knows PERSON only and learned it from silver data: made-up messages, and treebank "
    "names marked by rules that nobody checked."
)
SOURCES = [
    {
        "name": "UD Dutch LassySmall (dev and test files)",
        "url": "https://github.com/UniversalDependencies/UD_Dutch-LassySmall",
        "license": "CC BY-SA 4.0",
        "author": "Gosse Bouma, Gertjan van Noord",
    },
    {
        "name": "UD Dutch Alpino (dev file; the test file only for measuring)",
        "url": "https://github.com/UniversalDependencies/UD_Dutch-Alpino",
        "license": "CC BY-SA 4.0",
        "author": "Daniel Zeman, Zdeněk Žabokrtský, Gosse Bouma, Gertjan van Noord",
    },
    {
        "name": "Silver names: message templates of the Buur project, filled by Faker",
        "url": "https://github.com/joke2k/faker",
        "license": "MIT",
        "author": "Daniele Faraglia and contributors (Faker)",
    },
]
INIT = '''"""Dutch pipeline of the Buur project; see LICENSE.txt and meta.json."""

from pathlib import Path

from spacy.util import get_model_meta, load_model_from_init_py

__version__ = get_model_meta(Path(__file__).parent)["version"]


def load(**overrides):
    return load_model_from_init_py(__file__, **overrides)
'''


def join(words: Path, names: Path, compounds: CompoundMarker) -> Language:
    """A pipeline with the rounded weights that the wheel will hold."""
    nlp = spacy.load(words)
    nlp.add_pipe("ner", source=spacy.load(names))
    for name in nlp.pipe_names:
        component: Any = nlp.get_pipe(name)
        _round_weights(component.model)
    marker: Any = nlp.add_pipe(FACTORY, after="lemmatizer")
    marker.from_bytes(compounds.to_bytes())
    return nlp


def _round_weights(model: Any) -> None:
    for node in model.walk():
        for name in node.param_names:
            if node.has_param(name):
                node.set_param(name, _rounded(node.get_param(name)))


def _rounded(weights: Any) -> Any:
    fraction, exponent = numpy.frexp(weights)
    steps = numpy.float32(2**FRACTION_BITS)
    return numpy.ldexp(numpy.round(fraction * steps) / steps, exponent).astype("float32")


def write_wheel(nlp: Language, scores: dict[str, Any], work: Path, target: Path) -> Path:
    """The same pipeline gives the same file, byte for byte."""
    root = work / "wheel"
    shutil.rmtree(root, ignore_errors=True)
    package = root / PACKAGE
    package.mkdir(parents=True)
    data = package / f"{PACKAGE}-{VERSION}"
    _describe(nlp, scores)
    nlp.to_disk(data)
    spacy.load(data)  # What cannot be loaded must not become a wheel.
    licence = (RECIPE / "LICENSE.txt").read_text(encoding="utf-8")
    (package / "__init__.py").write_text(INIT, encoding="utf-8")
    shutil.copy(data / "meta.json", package / "meta.json")
    shutil.copy(RECIPE / "compounds.py", package / "compounds.py")
    (data / "LICENSE.txt").write_text(licence, encoding="utf-8")
    shutil.copy(data / "meta.json", RECIPE / "meta.json")
    shutil.copy(data / "config.cfg", RECIPE / "config.cfg")
    info = root / f"{PACKAGE}-{VERSION}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(_metadata(licence), encoding="utf-8")
    (info / "LICENSE.txt").write_text(licence, encoding="utf-8")
    (info / "WHEEL").write_text(
        "Wheel-Version: 1.0\nGenerator: dutch.package\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    )
    (info / "entry_points.txt").write_text(
        f"[spacy_models]\n{PACKAGE} = {PACKAGE}\n\n"
        f"[spacy_factories]\n{FACTORY} = {PACKAGE}.compounds:make_compound_marker\n"
    )
    (info / "top_level.txt").write_text(f"{PACKAGE}\n")
    record = info / "RECORD"
    record.write_text("".join(_record_lines(root)) + f"{info.name}/RECORD,,\n")
    wheel = target / WHEEL
    _zip(root, wheel)
    return wheel


def _describe(nlp: Language, scores: dict[str, Any]) -> None:
    # Where the training files lay is of no use to anyone else.
    nlp.config["paths"].update(train=None, dev=None)
    nlp.meta.update(
        name=NAME,
        version=VERSION,
        spacy_version=">=3.4.4,<3.5.0",
        description=DESCRIPTION,
        author="The Buur project",
        email="",
        url="",
        license="CC BY-SA 4.0",
        sources=SOURCES,
        performance=scores,
    )


def _metadata(licence: str) -> str:
    return (
        "Metadata-Version: 2.1\n"
        f"Name: {PACKAGE.replace('_', '-')}\nVersion: {VERSION}\n"
        f"Summary: {DESCRIPTION}\nAuthor: The Buur project\nLicense: CC BY-SA 4.0\n"
        "License-File: LICENSE.txt\nRequires-Dist: spacy (<3.5.0,>=3.4.4)\n"
        f"Description-Content-Type: text/plain\n\n{licence}"
    )


def _record_lines(root: Path) -> Iterator[str]:
    for path in _files(root):
        content = path.read_bytes()
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        yield f"{path.relative_to(root).as_posix()},sha256={digest},{len(content)}\n"


def _zip(root: Path, wheel: Path) -> None:
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in _files(root):
            entry = zipfile.ZipInfo(path.relative_to(root).as_posix(), EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes())


def _files(root: Path) -> list[Path]:
    return sorted(path for path in root.rglob("*") if path.is_file())
