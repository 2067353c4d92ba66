"""The widget's files, as a browser on any site gets them."""

import gzip
import shutil
import subprocess
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from asgiref.sync import sync_to_async

from bot.chat.bundle import CannotBundle, bundle
from bot.shop.models import Shop

from .customer import Customer

WalksIn = Callable[[], Awaitable[Customer]]

FIRST_LOAD = 5_000
WHOLE = 18_000


async def test_the_script_is_one_request_that_any_site_may_make(customer: WalksIn) -> None:
    response = await (await customer()).http.get("/buur.js")

    assert response.status_code == 200
    assert response.headers["Content-Type"].startswith("text/javascript")
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "max-age=300" in response.headers["Cache-Control"]
    assert "Set-Cookie" not in response.headers


async def test_the_script_knows_the_shop_by_its_own_name(customer: WalksIn) -> None:
    sanne = await customer()
    await sync_to_async(Shop.objects.update)(name='Bril & "Co"', bot_name="Kijker")

    source = (await sanne.http.get("/buur.js")).text

    assert "Kijker" in source
    assert r"Bril & \"Co\"" in source


async def test_an_unchanged_script_is_not_sent_twice(customer: WalksIn) -> None:
    sanne = await customer()
    etag = (await sanne.http.get("/buur.js")).headers["ETag"]

    again = await sanne.http.get("/buur.js", headers={"If-None-Match": etag})

    assert again.status_code == 304
    assert again.content == b""


async def test_a_part_may_be_kept_for_good_under_its_version_only(customer: WalksIn) -> None:
    sanne = await customer()
    source = (await sanne.http.get("/buur.js")).text
    version = source.split('"version":"')[1].split('"')[0]

    kept = await sanne.http.get(f"/buur/window.js?{version}")
    unsure = await sanne.http.get("/buur/window.js?gisteren")
    none = await sanne.http.get("/buur/geheim.js")

    assert "immutable" in kept.headers["Cache-Control"]
    assert "immutable" not in unsure.headers["Cache-Control"]
    assert none.status_code == 404


async def test_the_widget_stays_light(customer: WalksIn) -> None:
    sanne = await customer()
    sizes = {}
    for path in ("/buur.js", "/buur/window.js"):
        response = await sanne.http.get(path, headers={"Accept-Encoding": "gzip"})
        assert response.headers["Content-Encoding"] == "gzip"
        sizes[path] = int(response.headers["Content-Length"])

    assert sizes["/buur.js"] <= FIRST_LOAD
    assert sum(sizes.values()) <= WHOLE


@pytest.mark.parametrize("path", ["/buur.js", "/buur/window.js", "/", "/static/demo/shop.css"])
async def test_who_understands_brotli_gets_less(customer: WalksIn, path: str) -> None:
    sanne = await customer()

    plain, packed, best = [
        await sanne.http.get(path, headers={"Accept-Encoding": ways})
        for ways in ("identity", "gzip", "gzip, deflate, br")
    ]

    assert best.headers["Content-Encoding"] == "br"
    assert "Accept-Encoding" in best.headers["Vary"]
    assert int(best.headers["Content-Length"]) < int(packed.headers["Content-Length"])
    assert best.content == plain.content == packed.content


async def test_what_answers_one_person_is_not_packed(customer: WalksIn) -> None:
    sanne = await customer()

    for path in ("/api/chat/messages", "/staf/winkel/login/"):
        response = await sanne.http.get(path, headers={"Accept-Encoding": "gzip, br"})
        assert "Content-Encoding" not in response.headers


async def test_static_files_are_packed_and_still_compared_by_date(customer: WalksIn) -> None:
    sanne = await customer()
    path = "/static/admin/css/base.css"
    packed = await sanne.http.get(path, headers={"Accept-Encoding": "gzip"})
    date = packed.headers["Last-Modified"]

    plain = await sanne.http.get(path, headers={"Accept-Encoding": "identity"})
    again = await sanne.http.get(path, headers={"If-Modified-Since": date})

    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.content == plain.content
    assert len(gzip.compress(plain.content)) < len(plain.content) / 2
    assert again.status_code == 304


def test_modules_are_joined_in_the_order_of_their_imports(tmp_path: Path) -> None:
    node = shutil.which("node")
    if not node:
        pytest.skip("needs Node.js")
    _write(tmp_path, "names", 'export const first = "Erik";\nexport const second = "Noor";')
    _write(
        tmp_path,
        "greeting",
        'import { first as name } from "./names.js";\n'
        "// Not a word of https://winkel.example gets lost.\n"
        "export function greeting() {\n  return `Hoi ${name}, zie // https://winkel.example`;\n}",
    )
    entry = _write(
        tmp_path,
        "door",
        'import { greeting } from "./greeting.js";\nimport * as names from "./names.js";\n'
        "const name = names.second;\n"
        "export class Door {\n  says() {\n    return [greeting(), name];\n  }\n}",
    )
    (tmp_path / "joined.mjs").write_text(
        bundle(entry) + "\nconsole.log(JSON.stringify(new Door().says()));"
    )

    said = subprocess.run([node, "joined.mjs"], cwd=tmp_path, capture_output=True, text=True)

    assert said.stdout.strip() == '["Hoi Erik, zie // https://winkel.example","Noor"]'


@pytest.mark.parametrize(
    "source",
    [
        'import other from "./other.js";',
        'import { a } from "https://elders.example/a.js";',
        "export default class Door {}",
        'import { self } from "./door.js";',
    ],
)
def test_what_would_get_lost_is_refused(tmp_path: Path, source: str) -> None:
    entry = _write(tmp_path, "door", source)

    with pytest.raises(CannotBundle):
        bundle(entry)


def _write(folder: Path, name: str, source: str) -> Path:
    path = folder / f"{name}.js"
    path.write_text(f"{source}\n", "utf-8")
    return path
