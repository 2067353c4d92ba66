/** Text becomes text, never markup. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  setAll(made, attributes);
  made.append(...children);
  return made;
}

export function button(label, onClick, attributes = {}, ...children) {
  const named = children.length ? { "aria-label": label, title: label } : {};
  const shown = children.length ? children : [label];
  const made = element("button", { type: "button", ...named, ...attributes }, ...shown);
  made.addEventListener("click", onClick);
  return made;
}

const PATHS = {
  minimise: "M5 9l7 7 7-7",
  menu: "M5 12h.01M12 12h.01M19 12h.01",
  send: "M4 12h15M13 6l6 6-6 6",
  thumb: "M8 11v8H4v-8zl4-7c1.5 0 2.2 1 2 2.5L13.5 10H18c1.3 0 2.2 1 1.9 2.3l-1.2 5A2.2 2.2 0 0 1 16.6 19H8",
};

export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const drawing = document.createElementNS(space, "svg");
  const path = document.createElementNS(space, "path");
  setAll(drawing, {
    viewBox: "0 0 24 24",
    "aria-hidden": "true",
    fill: "none",
    stroke: "currentColor",
    "stroke-width": name === "menu" ? "3" : "2",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
  });
  setAll(path, { d: PATHS[name] });
  drawing.append(path);
  return drawing;
}

function setAll(node, given) {
  for (const [name, value] of Object.entries(given)) {
    if (value !== false) node.setAttribute(name, value === true ? "" : value);
  }
}
