import { button, element, icon } from "./dom.js";

/** A small menu: what happens with this conversation, and a way to erase it. */
export class Menu {
  /**
   * @param {import("./labels.js").Labels} labels
   * @param {() => Promise<void>} onErase
   */
  constructor(labels, onErase) {
    this.labels = labels;
    this.onErase = onErase;
    this.opener = button(
      labels.menu,
      () => this.show(this.node.hidden),
      { class: "plain", "aria-expanded": "false", "aria-controls": "menu" },
      icon("menu"),
    );
    this.ask = button(labels.erase, () => this.confirm(true), { class: "quiet" });
    this.no = button(labels.eraseNo, () => this.confirm(false), { class: "quiet" });
    this.yes = button(labels.eraseYes, () => this.erase(), { class: "danger" });
    this.question = element(
      "div",
      { class: "question", role: "group", "aria-labelledby": "erase-question", hidden: true },
      element("p", { id: "erase-question" }, labels.eraseQuestion),
      this.yes,
      this.no,
    );
    this.outcome = element("p", { "aria-live": "polite" });
    this.node = element(
      "div",
      { class: "menu", id: "menu", hidden: true },
      this.ask,
      this.question,
      this.outcome,
    );
  }

  get isOpen() {
    return !this.node.hidden;
  }

  show(/** @type {boolean} */ open) {
    this.node.hidden = !open;
    this.opener.setAttribute("aria-expanded", String(open));
    this.outcome.textContent = "";
    this.question.hidden = true;
    this.ask.hidden = false;
  }

  close() {
    this.show(false);
    this.opener.focus();
  }

  confirm(/** @type {boolean} */ asked) {
    this.question.hidden = !asked;
    this.ask.hidden = asked;
    (asked ? this.no : this.ask).focus();
  }

  async erase() {
    this.yes.disabled = true;
    try {
      await this.onErase();
      this.show(false);
    } catch {
      this.outcome.textContent = this.labels.eraseFailed;
    } finally {
      this.yes.disabled = false;
    }
  }
}
