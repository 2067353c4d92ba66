/** Shows what was chosen as soon as it is chosen. The server makes the line: it knows the rules. */
const form = /** @type {HTMLFormElement} */ (document.getElementById("choices"));
const preview = /** @type {HTMLIFrameElement} */ (document.getElementById("preview"));
const sizes = /** @type {HTMLElement} */ (document.getElementById("sizes"));
const QUIET_FOR = 250;

let waiting = 0;
let asked = 0;

function chosen() {
  const filled = [...new FormData(form)].filter(([, value]) => value);
  return new URLSearchParams(/** @type {[string, string][]} */ (filled));
}

async function renew() {
  const query = chosen();
  const turn = ++asked;
  const response = await fetch(`${form.action}?${query}`);
  if (!response.ok || turn !== asked) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const id of ["contrast", "result"]) {
    const fresh = page.getElementById(id);
    if (fresh) document.getElementById(id)?.replaceChildren(...fresh.childNodes);
  }
  showErrors(page);
  offerCopy();
  const { pathname } = new URL(preview.src);
  query.delete("site");
  const address = `${pathname}?${query}`;
  if (preview.dataset.shown !== address) preview.contentWindow?.location.replace(address);
  preview.dataset.shown = address;
}

/** What is wrong with a field stands with the field, whose own input keeps the focus. */
function showErrors(/** @type {Document} */ page) {
  for (const field of form.querySelectorAll(".field")) {
    const input = field.querySelector("input, select");
    const fresh = input && page.getElementById(input.id)?.closest(".field");
    if (!input || !fresh) continue;
    field.querySelector(".error")?.remove();
    const error = fresh.querySelector(".error");
    field.classList.toggle("wrong", !!error);
    input.toggleAttribute("aria-invalid", !!error);
    if (error) field.append(error);
  }
}

function offerCopy() {
  const line = /** @type {HTMLTextAreaElement} */ (document.getElementById("line"));
  const button = /** @type {HTMLButtonElement} */ (document.getElementById("copy-line"));
  const copied = /** @type {HTMLElement} */ (document.getElementById("copied"));
  button.hidden = false;
  button.addEventListener("click", async () => {
    line.select();
    try {
      await navigator.clipboard.writeText(line.value);
      copied.textContent = "Gekopieerd.";
    } catch {
      copied.textContent = "De regel is geselecteerd: kopieer hem met Ctrl+C.";
    }
  });
}

for (const palette of form.querySelectorAll("input[type=color]")) {
  const colour = /** @type {HTMLInputElement} */ (palette);
  const field = /** @type {HTMLInputElement} */ (document.getElementById(colour.dataset.for ?? ""));
  colour.hidden = false;
  colour.addEventListener("input", () => (field.value = colour.value));
  field.addEventListener("input", () => {
    if (/^#[0-9a-f]{6}$/i.test(field.value)) colour.value = field.value;
  });
}

form.querySelector(".without-script")?.remove();
form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(renew, QUIET_FOR);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  renew();
});
sizes.hidden = false;
sizes.addEventListener("change", (event) => {
  const { value } = /** @type {HTMLInputElement} */ (event.target);
  preview.classList.toggle("phone", value === "phone");
});
offerCopy();
