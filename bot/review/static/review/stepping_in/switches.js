/** Sound and notifications, off until somebody switches them on, for this device. */
import { keep, kept } from "./keeping.js";
import { ring } from "./sound.js";

const sound = document.getElementById("geluid");
const notification = document.getElementById("melding");
const told = document.getElementById("schakel-uitleg");

function show() {
  const allowed = globalThis.Notification?.permission === "granted";
  sound.setAttribute("aria-pressed", String(Boolean(kept("geluid"))));
  notification.setAttribute("aria-pressed", String(Boolean(kept("melding")) && allowed));
}

sound.addEventListener("click", () => {
  keep("geluid", kept("geluid") ? null : "1");
  show();
  ring();
  told.textContent = kept("geluid") ? "Dit hoor je als er een klant wacht." : "";
});

notification.addEventListener("click", async () => {
  told.textContent = "";
  if (kept("melding") && globalThis.Notification?.permission === "granted") {
    keep("melding", null);
    return show();
  }
  if (!globalThis.Notification) {
    told.textContent = "Deze browser kan geen meldingen tonen.";
    return;
  }
  const answer = await Notification.requestPermission();
  keep("melding", answer === "granted" ? "1" : null);
  told.textContent =
    answer === "granted"
      ? "Je krijgt een melding als je met iets anders bezig bent."
      : "De browser staat geen meldingen toe. Dat regel je bij de instellingen van deze website.";
  show();
});

document.getElementById("schakelaars").hidden = false;
show();
