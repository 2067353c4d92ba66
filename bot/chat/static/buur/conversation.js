import { Refused } from "./api.js";
import * as memory from "./memory.js";
import { Line } from "./stream.js";

/**
 * @typedef {import("./api.js").Message} Message
 * @typedef {import("./api.js").State} State
 * @typedef {{clientId: string, text: string, choice?: string}} Outgoing
 *
 * What the conversation tells the window.
 * @typedef {object} Listener
 * @property {(messages: Message[], history: boolean) => void} onMessages
 * @property {(outgoing: Outgoing) => void} onSending
 * @property {(outgoing: Outgoing, answers: Message[]) => void} onSent
 * @property {(sentence: string) => void} onDelayed stored, but answered later
 * @property {(outgoing: Outgoing, sentence: string) => void} onNotSent may be sent again
 * @property {(outgoing: Outgoing, sentence: string) => void} onRefused sending it again is no use
 * @property {(state: State) => void} onState
 * @property {(waiting: boolean) => void} onWaiting for the bot's answer
 * @property {(typing: {from: string, name: string}) => void} onTyping
 * @property {(up: boolean) => void} onLine
 * @property {(why: "begun" | "restarted" | "gone" | "erased") => void} onTurn
 */

/** One customer's conversation: its token, what was sent and what is still on its way. */
export class Conversation {
  /**
   * @param {import("./api.js").ChatApi} api
   * @param {Listener} listener
   */
  constructor(api, listener) {
    this.api = api;
    this.listener = listener;
    /** @type {Promise<void> | null} */
    this.begun = null;
    /** @type {Line | null} */
    this.line = null;
    /** @type {Promise<unknown>} */
    this.queue = Promise.resolve();
    this.onItsWay = 0;
  }

  /** Resume the conversation of this browser, or open one. A failure may be tried again. */
  begin(/** @type {string | undefined} */ returning = undefined) {
    this.begun ??= this.resume(returning).catch((problem) => {
      this.begun = null;
      throw problem;
    });
    return this.begun;
  }

  async resume(/** @type {string | undefined} */ returning) {
    const token = memory.token.value;
    if (!token) return this.open(returning);
    try {
      const { messages, state } = await this.api.messages(token);
      this.listener.onTurn("begun");
      this.listener.onMessages(messages, true);
      this.listener.onState(state);
      this.listen(token, lastOf(messages));
    } catch (problem) {
      if (!isUnknown(problem)) throw problem;
      await this.open(token);
    }
  }

  async open(/** @type {string | undefined} */ returning) {
    const page = location.origin + location.pathname;
    const { token, messages } = await this.api.open({ page, ...(returning && { returning }) });
    memory.token.value = token;
    this.listener.onTurn(returning ? "restarted" : "begun");
    this.listener.onMessages(messages, false);
    this.listener.onState("bot");
    this.listen(token, lastOf(messages));
  }

  say(/** @type {string} */ text) {
    return this.send({ clientId: newId(), text });
  }

  choose(/** @type {import("./api.js").Button} */ { id, title }) {
    return this.send({ clientId: newId(), text: title, choice: id });
  }

  /** Messages go one after another, so that they arrive in the order in which they were written. */
  send(/** @type {Outgoing} */ outgoing) {
    this.listener.onSending(outgoing);
    this.onItsWay += 1;
    this.listener.onWaiting(true);
    const sent = this.queue.then(() => this.post(outgoing));
    this.queue = sent;
    return sent;
  }

  async post(/** @type {Outgoing} */ outgoing) {
    try {
      await this.begin();
      const { messages, state } = await this.deliver(outgoing);
      this.listener.onSent(outgoing, messages);
      this.listener.onState(state);
    } catch (problem) {
      this.notSent(outgoing, problem);
    } finally {
      this.onItsWay -= 1;
      if (!this.onItsWay) this.listener.onWaiting(false);
    }
  }

  async deliver(/** @type {Outgoing} */ { clientId, text, choice }) {
    const token = memory.token.value ?? "";
    try {
      const said = choice ? { choice } : { text };
      return await this.api.send(token, { ...said, client_id: clientId });
    } catch (problem) {
      if (!isUnknown(problem)) throw problem;
      // The conversation is gone; what the customer asked is not: it opens the next one.
      this.leave();
      await this.begin(token);
      return this.api.send(memory.token.value ?? "", { text, client_id: clientId });
    }
  }

  notSent(/** @type {Outgoing} */ outgoing, /** @type {unknown} */ problem) {
    const { code = "", status = 0, sentence = "" } = problem instanceof Refused ? problem : {};
    if (code === "engine_unavailable") {
      this.listener.onSent(outgoing, []);
      this.listener.onDelayed(sentence);
    } else if (status === 400) {
      this.listener.onRefused(outgoing, sentence);
    } else {
      this.listener.onNotSent(outgoing, sentence);
    }
  }

  async erase() {
    const token = memory.token.value;
    try {
      if (token) await this.api.erase(token);
    } catch (problem) {
      if (!isUnknown(problem)) throw problem;
    }
    this.leave();
    this.listener.onTurn("erased");
  }

  judge(/** @type {number} */ message, /** @type {boolean} */ helpful) {
    return this.api.judge(memory.token.value ?? "", message, helpful);
  }

  leave() {
    this.line?.close();
    this.line = null;
    this.begun = null;
    memory.token.value = null;
  }

  listen(/** @type {string} */ token, /** @type {number} */ lastId) {
    this.line?.close();
    this.line = new Line({
      connect: (last, signal) => this.api.stream(token, last, signal),
      lastId,
      onEvent: ({ event, data }) => this.hear(event, JSON.parse(data)),
      onLine: (up) => this.listener.onLine(up),
      onGone: () => {
        this.leave();
        this.listener.onTurn("gone");
      },
    });
  }

  hear(/** @type {string} */ event, /** @type {any} */ data) {
    if (event === "message") this.listener.onMessages([data], false);
    if (event === "state") this.listener.onState(data.state);
    if (event === "typing") this.listener.onTyping(data);
  }
}

function isUnknown(/** @type {unknown} */ problem) {
  return problem instanceof Refused && problem.status === 401;
}

function lastOf(/** @type {Message[]} */ messages) {
  return Math.max(0, ...messages.map((message) => message.id));
}

function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  // Pages without https have no randomUUID.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
