/* Shortcuts: a key presses what carries it (data-key), and j and k walk through the list. */

const OFF = "buur:no-keys";
const help = /** @type {HTMLDialogElement | null} */ (document.querySelector("#sneltoetsen"));
const choice = /** @type {HTMLInputElement | null} */ (document.querySelector("#sneltoetsen-aan"));
const FIELDS = "input:not([type=checkbox], [type=radio], [type=submit]), textarea, select, [contenteditable]";

document.documentElement.classList.add("scripted");
if (choice) {
  choice.checked = localStorage.getItem(OFF) === null;
  choice.addEventListener("change", () => {
    if (choice.checked) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "1");
  });
}

document.addEventListener("keydown", (event) => {
  const target = /** @type {HTMLElement} */ (event.target);
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && target.matches("[data-send]")) {
    event.preventDefault();
    target.closest("form")?.requestSubmit();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || help?.open) return;
  if (target.matches(FIELDS)) {
    if (event.key === "Escape") target.blur();
    return;
  }
  if (localStorage.getItem(OFF) !== null) return;
  if (press(event.key)) event.preventDefault();
});

document.addEventListener("click", (event) => {
  const clicked = /** @type {HTMLElement} */ (event.target);
  if (clicked.closest("[data-help]")) help?.showModal();
  if (clicked.closest("[data-print]")) print();
});

/**
 * @param {string} key
 * @returns {boolean} whether something here listens to it
 */
function press(key) {
  if (key === "j" || key === "k") return walk(key === "j" ? 1 : -1);
  const found = /** @type {HTMLElement | null} */ (
    document.querySelector(`[data-key="${CSS.escape(key)}"]`)
  );
  if (!found) return false;
  if (found.matches(FIELDS)) found.focus();
  else found.click();
  if (found instanceof HTMLElement && found.matches("summary")) firstIn(found)?.focus();
  return true;
}

/** @param {HTMLElement} summary */
function firstIn(summary) {
  const details = /** @type {HTMLDetailsElement} */ (summary.parentElement);
  // A click opens or shuts it; the key always leads inside.
  details.open = true;
  return /** @type {HTMLElement | null} */ (
    details.querySelector("a, button, textarea, select, input:not([type=hidden])")
  );
}

/** @param {number} step */
function walk(step) {
  const links = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-list] > li > a")]);
  if (!links.length) return false;
  const at = links.findIndex((link) => link === document.activeElement);
  const next = at < 0 ? 0 : Math.max(0, Math.min(links.length - 1, at + step));
  links[next].focus();
  links[next].scrollIntoView({ block: "nearest" });
  return true;
}
