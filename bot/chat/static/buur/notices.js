import { element } from "./dom.js";

// A quick answer needs no announcement that it is on its way.
const LOOKING_UP_AFTER = 350;
const TYPING_LASTS = 6000;

/** The line between the messages and the input: who is busy, and what is wrong. */
export class Notices {
  /** @param {import("./labels.js").Labels} labels */
  constructor(labels) {
    this.labels = labels;
    this.busy = element("p", { class: "busy" });
    this.trouble = element("p", { class: "trouble" });
    this.line = element("p", { class: "trouble" });
    this.node = element("div", { class: "notices", role: "status" }, this.busy, this.trouble, this.line);
    this.busyTimer = 0;
    this.typingTimer = 0;
  }

  lookingUp(/** @type {boolean} */ so, text = this.labels.lookingUp) {
    clearTimeout(this.busyTimer);
    if (!so) {
      this.busy.textContent = "";
      return;
    }
    this.busyTimer = setTimeout(() => {
      this.busy.textContent = text;
    }, LOOKING_UP_AFTER);
  }

  /** Dots that suggest typing are for people only. */
  typing(/** @type {string} */ name) {
    clearTimeout(this.typingTimer);
    const dots = element("span", { class: "dots", "aria-hidden": "true" });
    dots.append(element("i"), element("i"), element("i"));
    this.busy.replaceChildren(this.labels.typing(name), dots);
    this.typingTimer = setTimeout(() => this.typed(), TYPING_LASTS);
  }

  typed() {
    clearTimeout(this.typingTimer);
    this.busy.textContent = "";
  }

  /**
   * @param {string} text nothing takes the notice away
   * @param {HTMLButtonElement} [remedy]
   */
  tell(text, remedy) {
    this.trouble.replaceChildren(text, ...(remedy ? [" ", remedy] : []));
  }

  connected(/** @type {boolean} */ up) {
    this.line.textContent = up ? "" : this.labels.offline;
  }
}
