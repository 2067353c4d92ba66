/**
 * The bell on every page. The title counts who waits; one tab of the browser, the one that holds the
 * lock, listens for all of them and rings. Without a stream the bell looks by itself.
 */
import { keep, kept } from "./keeping.js";
import { ring } from "./sound.js";

const COME_BACK = 10_000;

const tabs = "BroadcastChannel" in globalThis ? new BroadcastChannel("werkplek:bel") : null;
let leads = false;

const bell = () => document.getElementById("bel");

function look() {
  htmx.trigger(bell(), "buur:calls");
}

function show() {
  if (!bell()) return;
  const waiting = Number(bell().dataset.wacht);
  const title = document.title.replace(/^\(\d+\) /, "");
  document.title = waiting ? `(${waiting}) ${title}` : title;
  if (leads) ringForWhoIsNew();
}

function ringForWhoIsNew() {
  const calls = bell().dataset.roept.split(" ").filter(Boolean);
  const rung = (kept("gebeld") ?? "").split(" ");
  keep("gebeld", calls.join(" "));
  if (calls.every((call) => rung.includes(call))) return;
  ring();
  notify();
}

function notify() {
  const wanted = kept("melding") && globalThis.Notification?.permission === "granted";
  if (!wanted || document.hasFocus()) return;
  try {
    // No word of the customer's: a screen may lie on the counter.
    const shown = new Notification("Er wacht een klant op antwoord", { tag: "buur-bel" });
    shown.onclick = () => {
      focus();
      location.href = bell().querySelector("a").href;
    };
  } catch {
    // A phone shows none for a page that is open.
  }
}

function listen() {
  const line = new EventSource(bell().dataset.stroom);
  line.addEventListener("calls", () => {
    look();
    tabs?.postMessage("calls");
  });
  line.onerror = () => {
    // While it connects again the browser does so itself.
    if (line.readyState === EventSource.CLOSED) setTimeout(listen, COME_BACK);
  };
}

function lead() {
  leads = true;
  show();
  listen();
  // The lock is held until the tab is closed.
  return new Promise(() => {});
}

if (bell()) {
  document.body.addEventListener("htmx:afterSettle", show);
  tabs?.addEventListener("message", look);
  show();
  if (navigator.locks) navigator.locks.request("werkplek:bel", lead);
  else lead();
}
