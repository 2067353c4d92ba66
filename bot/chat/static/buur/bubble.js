import { cardOf } from "./card.js";
import { button, element } from "./dom.js";
import { linked } from "./links.js";
import { timeOf } from "./times.js";

/**
 * @typedef {import("./api.js").Message} Message
 * @typedef {import("./labels.js").Labels} Labels
 *
 * @typedef {object} BubbleHandlers
 * @property {string} origin
 * @property {Labels} labels
 * @property {(choice: import("./api.js").Button, event: MouseEvent) => void} onChoice
 * @property {(message: number, helpful: boolean) => Promise<void>} onJudge
 */

/** One message on screen, whether it is known to the server (id) or still on its way. */
export class Bubble {
  /**
   * @param {Omit<Message, "id"> & {id: number | null}} message
   * @param {BubbleHandlers} handlers
   */
  constructor(message, handlers) {
    this.handlers = handlers;
    this.id = message.id;
    this.from = message.from;
    this.text = message.text;
    this.at = new Date(message.at);
    /** @type {string | null} */
    this.clientId = null;
    this.titles = (message.buttons ?? []).map(({ title }) => title);
    this.replies = this.quickReplies(message.buttons ?? []);
    this.time = element("time", { datetime: message.at }, timeOf(this.at));
    this.words = element("p", { class: "text" }, ...linked(message.text));
    this.node = element(
      "div",
      { class: `message ${message.from}` },
      this.sender(message),
      ...(message.text ? [this.words] : []),
      ...(message.card
        ? [cardOf(message.card, handlers.origin, handlers.labels)]
        : []),
      ...(this.replies ? [this.replies] : []),
    );
    /** @type {HTMLElement | null} */
    this.failure = null;
    /** @type {HTMLElement | null} */
    this.judgement = null;
  }

  sender(/** @type {{from: string, name: string}} */ { from, name }) {
    const { you, botTag, staffTag } = this.handlers.labels;
    const tag = from === "bot" ? botTag : staffTag;
    const who = from === "customer" ? you : [name, tag].filter(Boolean).join(", ");
    return element("p", { class: "sender" }, element("span", { class: "who" }, who), " ", this.time);
  }

  quickReplies(/** @type {import("./api.js").Button[]} */ buttons) {
    if (!buttons.length) return null;
    const { labels, onChoice } = this.handlers;
    return element(
      "div",
      { class: "replies", role: "group", "aria-label": labels.quickReplies },
      ...buttons.map((choice) => button(choice.title, (event) => onChoice(choice, event))),
    );
  }

  /** Buttons serve once: for the question that they came with. */
  retire(/** @type {string | null} */ chosen) {
    for (const reply of this.replies?.querySelectorAll("button") ?? []) {
      reply.disabled = true;
      reply.classList.toggle("chosen", reply.textContent === chosen);
    }
  }

  /** The server's own number is known; a number in between is only a place on screen. */
  get isStored() {
    return Number.isInteger(this.id);
  }

  get isOnItsWay() {
    return this.node.matches(".sending, .failed");
  }

  /** The server has it, in these words. */
  adopt(/** @type {Message} */ message) {
    this.id = message.id;
    this.at = new Date(message.at);
    this.time.dateTime = message.at;
    this.time.textContent = timeOf(this.at);
    if (this.text !== message.text) this.words.replaceChildren(...linked(message.text));
    this.text = message.text;
    this.settle();
  }

  settle() {
    this.failure?.remove();
    this.failure = null;
    this.node.classList.remove("sending", "failed");
  }

  sending() {
    this.settle();
    this.node.classList.add("sending");
  }

  fail(/** @type {string} */ sentence, /** @type {() => void} */ onResend) {
    this.settle();
    const { notSent, resend } = this.handlers.labels;
    this.node.classList.add("failed");
    this.failure = element(
      "p",
      { class: "failure" },
      sentence || notSent,
      " ",
      button(resend, onResend),
    );
    this.node.append(this.failure);
  }

  /** Ask, quietly and once, whether this answer helped. */
  askJudgement() {
    if (this.judgement || this.from !== "bot" || this.id === null) return;
    const { feedback, helped, helpedNot } = this.handlers.labels;
    this.judgement = element(
      "p",
      { class: "judgement", role: "group", "aria-label": feedback },
      button(helped, () => this.judge(true)),
      button(helpedNot, () => this.judge(false)),
    );
    this.node.append(this.judgement);
  }

  async judge(/** @type {boolean} */ helpful) {
    const { onJudge, labels } = this.handlers;
    if (this.id === null) return;
    try {
      await onJudge(this.id, helpful);
      this.judgement?.replaceChildren(labels.feedbackThanks);
    } catch {
      // A judgement that does not arrive is not worth a customer's trouble.
      this.unaskJudgement();
    }
  }

  unaskJudgement() {
    this.judgement?.remove();
    this.judgement = null;
  }
}
