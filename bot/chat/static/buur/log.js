import { Bubble } from "./bubble.js";
import { element } from "./dom.js";
import { dayKey, dayName } from "./times.js";

/**
 * @typedef {import("./api.js").Message} Message
 * @typedef {import("./conversation.js").Outgoing} Outgoing
 */

const SAME_BREATH = 5 * 60 * 1000;

/** Everything that was said, in order, each message once. */
export class MessageLog {
  /**
   * @param {import("./bubble.js").BubbleHandlers} handlers
   * @param {HTMLElement} opening what stands above the first message
   */
  constructor(handlers, opening) {
    this.handlers = handlers;
    this.opening = opening;
    /** @type {Bubble[]} */
    this.bubbles = [];
    /** @type {Map<string, HTMLElement>} */
    this.days = new Map();
    this.node = element("div", {
      class: "log",
      role: "log",
      "aria-live": "polite",
      "aria-label": handlers.labels.log,
      tabindex: "0",
    });
  }

  /** @returns {Bubble[]} those that are new on screen and not the customer's own */
  add(/** @type {Message[]} */ messages) {
    const added = messages.map((message) => this.take(message)).filter((bubble) => bubble !== null);
    this.arrange();
    return added.filter((bubble) => bubble.from !== "customer");
  }

  /** @returns {Bubble | null} */
  take(/** @type {Message} */ message) {
    if (this.bubbles.some((bubble) => bubble.id === message.id)) return null;
    const sent = message.from === "customer" && this.sentAs(message);
    if (sent) {
      sent.adopt(message);
      return null;
    }
    const bubble = new Bubble(message, this.handlers);
    this.bubbles.push(bubble);
    return bubble;
  }

  /** The bubble that already shows what the server now tells of. */
  sentAs(/** @type {Message} */ message) {
    const own = this.bubbles.filter((bubble) => bubble.clientId && !bubble.isStored);
    return own.find((bubble) => bubble.text.trim() === message.text.trim());
  }

  send(/** @type {Outgoing} */ { clientId, text }) {
    let bubble = this.own(clientId);
    if (!bubble) {
      // Its time is the server's to tell; until then it stands with what was said last.
      const at = (this.bubbles.at(-1)?.at ?? new Date()).toISOString();
      const message = { id: null, from: /** @type {const} */ ("customer"), name: "", text, at };
      bubble = new Bubble(message, this.handlers);
      bubble.clientId = clientId;
      this.bubbles.push(bubble);
    }
    bubble.sending();
    this.arrange();
  }

  /** Stored by the server, which answered with these. */
  sent(/** @type {Outgoing} */ { clientId }, /** @type {Message[]} */ answers) {
    const bubble = this.own(clientId);
    const echo = answers.find(({ from }) => from === "customer");
    if (bubble && !bubble.isStored) {
      if (echo && this.bubbles.some(({ id }) => id === echo.id)) this.drop(clientId);
      else if (echo) bubble.adopt(echo);
      // Its number comes with the stream; until then it stands right before its answer.
      else if (answers.length) bubble.id = Math.min(...answers.map(({ id }) => id)) - 0.5;
    }
    bubble?.settle();
    return this.add(answers);
  }

  fail(
    /** @type {Outgoing} */ { clientId },
    /** @type {string} */ sentence,
    /** @type {() => void} */ onResend,
  ) {
    const bubble = this.own(clientId);
    // The answer got lost, but the stream already told that the message arrived.
    if (bubble && !bubble.isStored) bubble.fail(sentence, onResend);
  }

  drop(/** @type {string} */ clientId) {
    this.bubbles = this.bubbles.filter((bubble) => bubble.clientId !== clientId);
    this.arrange();
  }

  /** Forget all that was said, except what is still on its way. */
  clear() {
    this.bubbles = this.bubbles.filter((bubble) => bubble.isOnItsWay);
    this.arrange();
  }

  /** The conversation is gone: what it offered cannot be chosen any more. */
  close() {
    for (const bubble of this.bubbles) {
      bubble.retire(null);
      bubble.unaskJudgement();
    }
  }

  /** Where the customer's last message stands. */
  get lastQuestion() {
    return this.bubbles.findLast(({ from }) => from === "customer")?.node;
  }

  own(/** @type {string} */ clientId) {
    return this.bubbles.find((bubble) => bubble.clientId === clientId);
  }

  arrange() {
    this.bubbles.sort((one, other) => (one.id ?? Infinity) - (other.id ?? Infinity) || 0);
    /** @type {HTMLElement[]} */
    const wanted = [this.opening];
    let day = "";
    /** @type {Bubble | null} */
    let previous = null;
    for (const bubble of this.bubbles) {
      const key = dayKey(bubble.at);
      if (key !== day) {
        wanted.push(this.separator(key, bubble.at));
        previous = null;
      }
      day = key;
      bubble.node.classList.toggle("continued", previous !== null && continues(previous, bubble));
      wanted.push(bubble.node);
      previous = bubble;
    }
    place(this.node, wanted);
    this.retireReplies();
    this.askJudgement();
  }

  separator(/** @type {string} */ key, /** @type {Date} */ moment) {
    const known = this.days.get(key);
    if (known) return known;
    const made = element("p", { class: "day" }, dayName(moment, this.handlers.labels));
    this.days.set(key, made);
    return made;
  }

  /** Buttons are spent once one was chosen, or once the conversation went on without them. */
  retireReplies() {
    /** @type {Bubble | null} */
    let reply = null;
    let wentOn = false;
    let answered = false;
    for (const bubble of [...this.bubbles].reverse()) {
      if (bubble.from === "customer") {
        reply = bubble;
        wentOn = answered;
      } else {
        if (reply && (wentOn || bubble.titles.includes(reply.text))) bubble.retire(reply.text);
        answered = true;
      }
    }
  }

  /** Only the last answer asks whether it helped, and not while it asks something else. */
  askJudgement() {
    const last = this.bubbles.at(-1);
    const asked = this.bubbles.some(({ from }) => from === "customer");
    for (const bubble of this.bubbles) {
      if (bubble === last && asked && !bubble.titles.length && !bubble.text.trim().endsWith("?")) {
        bubble.askJudgement();
      } else if (bubble !== last) {
        bubble.unaskJudgement();
      }
    }
  }
}

function continues(/** @type {Bubble} */ previous, /** @type {Bubble} */ next) {
  return (
    previous.from === next.from && next.at.getTime() - previous.at.getTime() < SAME_BREATH
  );
}

/** Nodes that stand right are left alone, or a screen reader would read them again. */
function place(/** @type {HTMLElement} */ parent, /** @type {HTMLElement[]} */ wanted) {
  for (const child of [...parent.children]) {
    if (!wanted.includes(/** @type {HTMLElement} */ (child))) child.remove();
  }
  wanted.forEach((node, position) => {
    const standing = parent.children[position];
    if (standing !== node) parent.insertBefore(node, standing ?? null);
  });
}
