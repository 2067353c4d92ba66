import { element } from "./dom.js";

const WEB = String.raw`(?<web>(?:https?:\/\/|www\.)[^\s<>"]*[^\s<>".,;:!?)\]'])`;
const MAIL = String.raw`(?<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,})`;
const PHONE = String.raw`(?<phone>(?<![\w+])(?:\+31[ -]?(?:\(0\))?|0)[1-9](?:[ -]?\d){8}(?![\w]))`;
const LINKS = new RegExp(`${WEB}|${MAIL}|${PHONE}`, "gi");

/**
 * Plain text as nodes, with web addresses, e-mail addresses and phone numbers made clickable.
 * @param {string} text
 * @returns {(Node | string)[]}
 */
export function linked(text) {
  const nodes = [];
  let done = 0;
  for (const found of text.matchAll(LINKS)) {
    nodes.push(text.slice(done, found.index), linkTo(found));
    done = found.index + found[0].length;
  }
  nodes.push(text.slice(done));
  return nodes.filter((node) => node !== "");
}

function linkTo(/** @type {RegExpMatchArray} */ found) {
  const { mail, phone } = found.groups ?? {};
  if (mail) return element("a", { href: `mailto:${mail}` }, mail);
  if (phone) return element("a", { href: `tel:${phone.replace(/\(0\)|[^\d+]/g, "")}` }, phone);
  const address = /^www\./i.test(found[0]) ? `https://${found[0]}` : found[0];
  return outward(address, found[0]);
}

export function outward(/** @type {string} */ address, /** @type {string} */ text) {
  return element("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, text);
}
