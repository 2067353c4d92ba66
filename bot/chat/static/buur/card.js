import { element } from "./dom.js";
import { linked, outward } from "./links.js";

/**
 * @param {import("./api.js").Card} card
 * @param {string} origin where addresses without a host belong
 * @param {import("./labels.js").Labels} labels
 */
export function cardOf(card, origin, labels) {
  const links = [];
  const calendar = webAddress(card.ics, origin);
  if (calendar) {
    links.push(element("a", { href: calendar, download: "afspraak.ics" }, labels.calendar));
  }
  const further = webAddress(card.url, origin);
  if (further) links.push(outward(further, labels.cardLink[card.kind]));
  return element(
    "section",
    { class: `card ${card.kind}`, "aria-label": card.title },
    element("h3", {}, card.title),
    ...(card.lines ?? []).map((line) => element("p", {}, ...linked(line))),
    ...(links.length ? [element("p", { class: "links" }, ...links)] : []),
  );
}

/**
 * @param {string | undefined} address
 * @param {string} origin
 */
function webAddress(address, origin) {
  if (!address) return "";
  try {
    const url = new URL(address, origin);
    return ["https:", "http:"].includes(url.protocol) ? url.href : "";
  } catch {
    return "";
  }
}
