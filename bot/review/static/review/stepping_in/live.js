/**
 * A conversation, live. The stream says that there is news, the page fetches it as it does without a
 * stream, from the last message that it has: so a line that breaks misses nothing.
 */
const POLLS = "every 2s, buur:news";
// The stream tells; a look now and then is for what it could not.
const LISTENS = "every 30s, buur:news";
const COME_BACK = 5_000;
const TYPING_LASTS = 6_000;
// One break is nothing: a tablet that slept.
const BROKEN_AFTER = 3_000;

const end = document.getElementById("onderaan");
const notice = document.getElementById("verbinding");
const typing = document.getElementById("klant-typt");

let line;
let missed = false;
let typingTimer;
let brokenTimer;

function look() {
  missed = true;
  htmx.trigger(end, "buur:news");
}

function moveBy(trigger) {
  if (end.getAttribute("hx-trigger") === trigger) return;
  end.setAttribute("hx-trigger", trigger);
  htmx.process(end);
}

function listen() {
  line?.close();
  const last = document.querySelector("#vanaf [name=na]").value;
  line = new EventSource(`${end.dataset.stroom}?na=${last}`);
  line.onopen = () => {
    connected(true);
    moveBy(LISTENS);
  };
  line.onerror = () => {
    connected(false);
    moveBy(POLLS);
    const { readyState } = line;
    if (readyState === EventSource.CLOSED) setTimeout(() => document.hidden || listen(), COME_BACK);
  };
  line.addEventListener("news", look);
  line.addEventListener("erased", () => {
    line.close();
    look();
  });
  line.addEventListener("people", () => htmx.trigger("#erbij", "buur:people"));
  line.addEventListener("typing", showTyping);
}

function showTyping() {
  clearTimeout(typingTimer);
  if (!typing.textContent) typing.textContent = "De klant typt.";
  typingTimer = setTimeout(() => (typing.textContent = ""), TYPING_LASTS);
}

function connected(up) {
  clearTimeout(brokenTimer);
  if (up) return tell("");
  brokenTimer = setTimeout(
    () => tell("Verbinding kwijt, we proberen het opnieuw. Wat je typt, blijft staan."),
    navigator.onLine ? BROKEN_AFTER : 0,
  );
}

function tell(text) {
  if (notice.textContent !== text) notice.textContent = text;
  notice.hidden = !text;
}

document.body.addEventListener("htmx:sendError", () => connected(false));
document.body.addEventListener("htmx:afterRequest", ({ detail: { elt, successful } }) => {
  if (successful && !navigator.onLine) connected(true);
  if (elt === end) missed &&= !successful;
  // News that came while an answer was on its way, when looking had to wait.
  else if (missed) setTimeout(() => htmx.trigger(end, "buur:news"));
});
document.body.addEventListener("htmx:afterSwap", ({ detail: { elt } }) => {
  if (elt.id === "berichten") typing.textContent = "";
});

addEventListener("offline", () => connected(false));
addEventListener("online", () => {
  listen();
  look();
});
// A tab out of sight needs no line, and its person reads nothing.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) line?.close();
  else {
    listen();
    look();
  }
});

if (!document.hidden) listen();
