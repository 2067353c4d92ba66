/** Days and times as the shop's clock shows them, wherever the customer is. */
const ZONE = "Europe/Amsterdam";
const TIME = new Intl.DateTimeFormat("nl-NL", { hour: "2-digit", minute: "2-digit", timeZone: ZONE });
const DAY = new Intl.DateTimeFormat("nl-NL", {
  weekday: "long", day: "numeric", month: "long", timeZone: ZONE,
});
const DAY_KEY = new Intl.DateTimeFormat("en-CA", {
  year: "numeric", month: "2-digit", day: "2-digit", timeZone: ZONE,
});
const ONE_DAY = 24 * 60 * 60 * 1000;

export const timeOf = (/** @type {Date} */ moment) => TIME.format(moment);
export const dayKey = (/** @type {Date} */ moment) => DAY_KEY.format(moment);

/**
 * @param {Date} moment
 * @param {import("./labels.js").Labels} labels
 */
export function dayName(moment, labels) {
  const key = dayKey(moment);
  if (key === dayKey(new Date())) return labels.today;
  if (key === dayKey(new Date(Date.now() - ONE_DAY))) return labels.yesterday;
  return DAY.format(moment);
}
