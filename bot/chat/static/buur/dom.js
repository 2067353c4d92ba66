/**
 * Make an element. Text becomes text, never markup.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | boolean>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

/**
 * @param {string} label
 * @param {(event: MouseEvent) => void} onClick
 * @param {Record<string, string | boolean>} [attributes]
 * @param {...(Node | string)} children what is shown; the label when left out
 */
export function button(label, onClick, attributes = {}, ...children) {
  /** @type {Record<string, string>} */
  const named = children.length ? { "aria-label": label, title: label } : {};
  const made = element("button", { type: "button", ...named, ...attributes }, ...children);
  if (!children.length) made.textContent = label;
  made.addEventListener("click", onClick);
  return made;
}

const PATHS = {
  minimise: "M5 9l7 7 7-7",
  menu: "M5 12h.01M12 12h.01M19 12h.01",
  send: "M4 12h15M13 6l6 6-6 6",
};

export function icon(/** @type {keyof typeof PATHS} */ name) {
  const space = "http://www.w3.org/2000/svg";
  const drawing = document.createElementNS(space, "svg");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", PATHS[name]);
  path.setAttribute("fill", "none");
  path.setAttribute("stroke", "currentColor");
  path.setAttribute("stroke-width", name === "menu" ? "3" : "2");
  path.setAttribute("stroke-linecap", "round");
  path.setAttribute("stroke-linejoin", "round");
  drawing.append(path);
  return drawing;
}
