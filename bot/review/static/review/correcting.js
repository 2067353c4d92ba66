/**
 * What HTMX can't: keys for the queue, and pointing out words by selecting them. Everything is also a
 * button, a link or a checkbox. It listens on the document, since what it serves comes and goes.
 */

const KEYS_OFF = "buur-toetsen-uit";

document.addEventListener("keydown", (event) => {
  const at = /** @type {HTMLElement} */ (event.target);
  if (event.key === "Enter" && at.matches("[data-enter]")) {
    event.preventDefault();
    pressFirst(at);
  } else if (event.key === "Escape") {
    at.closest(".correcting")?.querySelector("[data-close]")?.click();
  } else if (!event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat && !isTyping(at)) {
    pressKey(event);
  }
});

/** Enter in a field stands for a button, or for the first of what was found. */
function pressFirst(/** @type {HTMLElement} */ field) {
  const found = field.closest("form, .queue").querySelector(field.dataset.enter);
  found?.click();
  if (found?.matches("input")) found.focus();
}

function pressKey(/** @type {KeyboardEvent} */ event) {
  const named = document.querySelector(`.queue [data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!named || localStorage.getItem(KEYS_OFF)) return;
  event.preventDefault();
  if (named instanceof HTMLDetailsElement) {
    named.open = true;
    named.querySelector("input").focus();
  } else {
    named.click();
  }
}

function isTyping(/** @type {HTMLElement} */ at) {
  return at.isContentEditable || at.matches("textarea, select, input:not([type=checkbox], [type=radio])");
}

document.addEventListener("change", (event) => {
  const box = /** @type {HTMLInputElement} */ (event.target);
  if (box.id === "toetsen") {
    if (box.checked) localStorage.removeItem(KEYS_OFF);
    else localStorage.setItem(KEYS_OFF, "1");
  } else if (box.name === "bericht") {
    tellHowMany(box.form);
  }
});

/** "Alle 5" becomes "3 van 5" when two are taken out. */
function tellHowMany(/** @type {HTMLFormElement} */ form) {
  const boxes = [...form.querySelectorAll("input[name=bericht]")];
  const chosen = boxes.filter((box) => box.checked).length;
  const words = chosen === boxes.length ? `Alle ${chosen}` : `${chosen} van ${boxes.length}:`;
  for (const place of form.querySelectorAll("[data-number]")) place.textContent = words;
}

// Touching and dragging both end in a pointer that goes up, or that the phone takes for its own.
for (const end of ["pointerup", "pointercancel", "touchend"]) {
  document.addEventListener(end, () => setTimeout(checkSelected));
}

/** Check the words that are selected, and no others. */
function checkSelected() {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed) return;
  const words = selection.anchorNode.parentElement?.closest(".words");
  if (!words) return;
  for (const word of words.querySelectorAll("label")) {
    word.querySelector("input").checked = selection.containsNode(word.querySelector("span"), true);
  }
}

function showKeys() {
  const box = document.querySelector("#toetsen");
  if (box) box.checked = !localStorage.getItem(KEYS_OFF);
}

document.addEventListener("htmx:afterSwap", showKeys);
showKeys();
