/**
 * An answer on its way: its text is kept until it has arrived, and goes again by itself when the line
 * is back. The form holds an id by which the server knows an answer that comes twice.
 */
import { keep, kept } from "./keeping.js";

const AGAIN = 3_000;
const KEY = `antwoord:${location.pathname}`;

let timer;
let waits = false;
let sent = "";
let typed = null;

const form = () => document.getElementById("antwoord");
const field = (name) => form().elements.namedItem(name);

function remember() {
  if (!form()) return;
  const text = field("text").value;
  const draft = text.trim() && JSON.stringify({ text, id: field("client_id").value });
  keep(KEY, draft || null, "sessionStorage");
}

function recall() {
  const draft = JSON.parse(kept(KEY, "sessionStorage") ?? "null");
  if (!draft || field("text").value) return;
  field("text").value = draft.text;
  // It may have arrived, with only the answer lost.
  field("client_id").value = draft.id;
}

function tell(text) {
  let told = document.getElementById("niet-weg");
  if (!told) {
    told = document.createElement("p");
    told.id = "niet-weg";
    told.className = "notice";
    told.setAttribute("role", "status");
    form().prepend(told);
  }
  told.textContent = text;
  told.hidden = !text;
}

function sendAgain() {
  clearTimeout(timer);
  if (waits && form()) form().requestSubmit();
}

function failed({ detail: { elt, xhr } }) {
  if (elt !== form() || (xhr?.status >= 400 && xhr.status < 500)) return;
  waits = true;
  tell("Je antwoord is nog niet weg. Het gaat vanzelf zodra het kan.");
  clearTimeout(timer);
  timer = setTimeout(sendAgain, AGAIN);
}

/** What was typed while an answer was on its way begins the next one, or goes on with a refused one. */
function putBack() {
  if (typed === null) return;
  const { value } = field("text");
  if (value === sent) field("text").value = typed;
  else if (!value) field("text").value = typed.startsWith(sent) ? typed.slice(sent.length).trimStart() : typed;
  typed = null;
}

if (form()) {
  recall();
  const { body } = document;
  for (const failure of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
    body.addEventListener(failure, failed);
  }
  body.addEventListener("htmx:beforeSend", ({ detail: { elt } }) => {
    if (elt === form()) sent = field("text").value;
  });
  body.addEventListener("htmx:beforeSwap", ({ detail: { requestConfig } }) => {
    if (requestConfig?.elt === form()) typed = field("text").value;
  });
  body.addEventListener("htmx:afterRequest", ({ detail: { elt, successful } }) => {
    if (successful && elt.id === "antwoord") waits = false;
  });
  body.addEventListener("htmx:afterSettle", () => {
    putBack();
    remember();
  });
  body.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLElement) || target.id !== "text") return;
    if (waits) {
      // Half a sentence must not go by itself.
      waits = false;
      tell("Je antwoord is nog niet weg. Druk op Stuur als het af is.");
    }
    remember();
  });
  body.addEventListener("keydown", (event) => {
    const sends = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (sends && event.target.id === "text") form().requestSubmit();
  });
  addEventListener("online", sendAgain);
}
