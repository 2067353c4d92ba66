import { element, icon } from "./dom.js";
import * as memory from "./memory.js";

const LONGEST = 1000;

/** Where the customer types. What stands here survives a reload. */
export class Composer {
  /**
   * @param {import("./labels.js").Labels} labels
   * @param {(text: string) => void} onSend
   */
  constructor(labels, onSend) {
    this.labels = labels;
    this.onSend = onSend;
    this.input = element("textarea", {
      id: "input",
      rows: "1",
      placeholder: labels.placeholder,
      enterkeyhint: "send",
      autocomplete: "off",
      "aria-describedby": "too-long",
    });
    this.tooLong = element("p", { id: "too-long", class: "too-long" });
    const send = element(
      "button",
      { type: "submit", class: "send", "aria-label": labels.send, title: labels.send },
      icon("send"),
    );
    this.node = element(
      "form",
      { class: "composer" },
      element("label", { for: "input", class: "aside" }, labels.input),
      this.input,
      send,
      this.tooLong,
    );
    this.node.addEventListener("submit", (event) => this.submit(event));
    this.input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.submit(event);
    });
    this.input.addEventListener("input", () => this.changed());
    this.fill(memory.draft.value ?? "");
  }

  submit(/** @type {Event} */ event) {
    event.preventDefault();
    const text = this.input.value.trim();
    if (!text || this.excess > 0) return this.input.focus();
    this.fill("");
    this.onSend(text);
  }

  /** Put back what could not be sent, unless something new stands there already. */
  giveBack(/** @type {string} */ text) {
    if (!this.input.value.trim()) this.fill(text);
  }

  fill(/** @type {string} */ text) {
    this.input.value = text;
    this.changed();
  }

  changed() {
    const { input } = this;
    memory.draft.value = input.value || null;
    const over = this.excess > 0;
    this.tooLong.textContent = over ? this.labels.tooLong(this.excess) : "";
    input.setAttribute("aria-invalid", String(over));
    input.style.height = "auto";
    if (input.scrollHeight) input.style.height = `${input.scrollHeight + 2}px`;
  }

  get excess() {
    // Counted as the server does: an emoji is one character.
    return [...this.input.value.trim()].length - LONGEST;
  }

  focus() {
    this.changed();
    this.input.focus();
  }
}
