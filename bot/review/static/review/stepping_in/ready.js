/** Ready answers: picked from the list, or by a slash and their word in the answer box. */
const ASKED = /(?:^|\s)\/([a-z0-9-]*)$/;

const box = () => document.getElementById("text");
const list = () => document.getElementById("aangeboden");
const answers = () => [...document.querySelectorAll("#antwoord [data-tekst]")];

function asked() {
  const { value, selectionStart } = box();
  return ASKED.exec(value.slice(0, selectionStart).toLowerCase());
}

function offer() {
  const found = asked();
  const named = ({ dataset }) => dataset.woord.startsWith(found[1]);
  const offered = found ? answers().filter(named) : [];
  list().replaceChildren(
    ...offered.map((answer, place) => {
      const option = document.createElement("li");
      option.id = `aangeboden-${place}`;
      option.setAttribute("role", "option");
      option.append(...[...answer.childNodes].map((node) => node.cloneNode(true)));
      option.addEventListener("pointerdown", (event) => {
        event.preventDefault();
        pick(answer);
      });
      option.buurAnswer = answer;
      return option;
    }),
  );
  list().hidden = !offered.length;
  choose(0);
}

function choose(place) {
  const options = [...list().children];
  options.forEach((option, at) => option.setAttribute("aria-selected", String(at === place)));
  const chosen = options[place];
  if (chosen) {
    box().setAttribute("aria-activedescendant", chosen.id);
    chosen.scrollIntoView({ block: "nearest" });
  } else box().removeAttribute("aria-activedescendant");
}

function close() {
  list().hidden = true;
  choose(-1);
}

async function pick(answer) {
  const found = asked();
  close();
  const response = await fetch(answer.dataset.tekst, { headers: { Accept: "text/plain" } }).catch(() => null);
  const text = response && (await response.text());
  if (response?.ok) return insert(text, found);
  const why = response?.status === 409 ? text : "Dit antwoord ophalen lukte niet. Probeer het zo nog eens.";
  const told = document.getElementById("verbinding");
  told.textContent = why;
  told.hidden = false;
}

function insert(text, found) {
  const input = box();
  const { selectionStart: at, value } = input;
  const from = found ? at - found[1].length - 1 : at;
  const before = value.slice(0, from);
  const space = before && !/\s$/.test(before) ? " " : "";
  input.setRangeText(space + text, from, input.selectionEnd, "end");
  input.style.height = "auto";
  input.style.height = `${Math.min(input.scrollHeight + 3, innerHeight * 0.4)}px`;
  document.querySelector("#antwoord details.ready")?.removeAttribute("open");
  input.focus();
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

function onKey(event) {
  if (event.target.id !== "text" || list().hidden) return;
  const options = [...list().children];
  const place = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  if (event.key in steps) choose((place + steps[event.key] + options.length) % options.length);
  else if ((event.key === "Enter" && !event.ctrlKey && !event.metaKey) || event.key === "Tab") pick(options[place].buurAnswer);
  else if (event.key === "Escape") close();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

document.addEventListener("input", ({ target }) => target.id === "text" && target.closest("#antwoord") && offer());
document.addEventListener("keydown", onKey, true);
document.addEventListener("focusout", ({ target }) => target.id === "text" && list() && close());
document.addEventListener("click", (event) => {
  const answer = event.target.closest("#antwoord [data-tekst]");
  if (!answer) return;
  event.preventDefault();
  pick(answer);
});
