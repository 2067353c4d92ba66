"""An SVG, drawn on the server.

Across in percents and down in pixels, without a viewBox: so it fills any width while its letters
stay as large as those of the page. Colours are classes, since the page allows no style of its own.
"""

from xml.etree import ElementTree as ET

from django.utils.safestring import SafeString, mark_safe


class Drawing:
    def __init__(self, key: str, title: str, description: str, height: int) -> None:
        names = {"title": f"{key}-titel", "desc": f"{key}-beschrijving"}
        self.root = ET.Element(
            "svg",
            {
                "class": "picture",
                "role": "img",
                "width": "100%",
                "height": str(height),
                "aria-labelledby": names["title"],
                "aria-describedby": names["desc"],
            },
        )
        for tag, text in (("title", title), ("desc", description)):
            ET.SubElement(self.root, tag, {"id": names[tag]}).text = text

    def box(
        self, x: float, y: float, width: float, height: float, kind: str, tip: str = ""
    ) -> None:
        """Draw a rectangle; `x` and `width` are percents. What is pointed at tells its `tip`."""
        box = ET.SubElement(
            self.root,
            "rect",
            {
                "class": kind,
                "x": _percent(x),
                "y": _pixels(y),
                "width": _percent(width),
                "height": _pixels(height),
            },
        )
        if tip:
            ET.SubElement(box, "title").text = tip

    def line(self, y: float, x: float = 0, until: float = 100, kind: str = "grid") -> None:
        ET.SubElement(
            self.root,
            "line",
            {
                "class": kind,
                "x1": _percent(x),
                "x2": _percent(until),
                "y1": _pixels(y),
                "y2": _pixels(y),
            },
        )

    def text(self, x: float, y: float, words: str, kind: str = "label") -> None:
        ET.SubElement(
            self.root, "text", {"class": kind, "x": _percent(x), "y": _pixels(y)}
        ).text = words

    def drawn(self) -> SafeString:
        # ElementTree has escaped every word in it.
        return mark_safe(ET.tostring(self.root, encoding="unicode"))


def _percent(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") + "%"


def _pixels(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")
