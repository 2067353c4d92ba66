import * as memory from "./memory.js";

const PATIENCE = 40_000;
const LONGEST_PAUSE = 30_000;
// The server says something every 20 seconds.
const SILENCE = 50_000;
const TYPING_EVERY = 3000;
// After so many times, what breaks the server would keep what comes after it waiting for ever.
const MOST_FAILURES = 3;

/** A choice that the server always knows: a person. */
export const PERSON = "person";

export class Conversation {
  constructor(origin, listener) {
    this.base = `${origin}/api/chat/`;
    this.listener = listener;
    this.token = memory.token.value;
    this.failures = 0;
    addEventListener("storage", ({ key }) => key === memory.token.key && this.changedElsewhere());
  }

  begin(returning = null) {
    this.begun ??= alone(() => this.resume(returning)).catch((problem) => {
      this.begun = null;
      throw problem;
    });
    return this.begun;
  }

  async resume(returning) {
    this.outbox.forEach((outgoing) => this.listener.onSending(outgoing));
    this.token = memory.token.value;
    let said = null;
    try {
      if (this.token) said = await this.ask("GET", "messages");
    } catch (problem) {
      if (problem.status !== 401) throw problem;
      returning = this.token;
    }
    const history = said !== null;
    said ??= await this.open(returning);
    this.listener.onTurn(history || !returning ? "begun" : "restarted");
    this.listener.onMessages(said.messages, history);
    this.listener.onState(said.state ?? "bot");
    this.listen(Math.max(0, ...said.messages.map(({ id }) => id)));
    this.flush();
  }

  async open(returning) {
    this.token = null;
    const page = location.origin + location.pathname;
    const opened = await this.ask("POST", "conversations", { page, ...(returning && { returning }) });
    memory.seen.value = memory.rung.value = null;
    this.token = memory.token.value = opened.token;
    return opened;
  }

  changedElsewhere() {
    const token = memory.token.value;
    if (token === this.token) return;
    this.leave();
    if (token) this.begin().catch(() => {});
    else this.listener.onTurn("erased");
  }

  get outbox() {
    return JSON.parse(memory.outbox.value ?? "[]");
  }

  set outbox(outgoing) {
    memory.outbox.value = outgoing.length ? JSON.stringify(outgoing) : null;
  }

  say(text, choice = undefined) {
    const outgoing = { clientId: newId(), text, choice };
    this.outbox = [...this.outbox, outgoing];
    this.listener.onSending(outgoing);
    this.flush();
  }

  /** Send what waits, in order; what fails goes again later. */
  async flush() {
    if (this.flushing || !this.outbox.length) return;
    this.flushing = true;
    clearTimeout(this.timer);
    this.listener.onWaiting(true);
    try {
      await this.begin();
      while (this.outbox.length) {
        await this.post(this.outbox[0]);
        this.outbox = this.outbox.slice(1);
      }
      this.failures = 0;
    } catch (problem) {
      if (isFinal(problem)) this.refuseAll(problem);
      else this.hold(problem);
    }
    this.flushing = false;
    this.listener.onWaiting(false);
  }

  hold({ retryAfter, sentence }) {
    this.outbox.forEach((outgoing) => this.listener.onHeld(outgoing, sentence, retryAfter));
    const pause = retryAfter ? retryAfter * 1000 : pauseAfter(++this.failures);
    this.timer = setTimeout(() => this.flush(), pause);
  }

  /** There is no conversation to say it in, such as on a site that may not hold the chat. */
  refuseAll({ sentence }) {
    this.outbox.toReversed().forEach((outgoing) => this.listener.onRefused(outgoing, sentence));
    this.outbox = [];
  }

  async post(outgoing) {
    try {
      const { messages, state } = await this.deliver(outgoing);
      this.listener.onSent(outgoing, messages);
      this.listener.onState(state);
    } catch (problem) {
      if (problem.code === "engine_unavailable") {
        this.listener.onSent(outgoing, []);
        this.listener.onDelayed(problem.sentence);
      } else if (isFinal(problem) || (problem.status === 500 && this.failures >= MOST_FAILURES)) {
        this.listener.onRefused(outgoing, problem.sentence);
      } else throw problem;
    }
  }

  async deliver({ clientId, text, choice }) {
    const { token } = this;
    const send = (said) => this.ask("POST", "messages", { ...said, client_id: clientId });
    try {
      return await send(choice ? { choice } : { text });
    } catch (problem) {
      if (problem.status !== 401) throw problem;
      // The conversation is gone; the question opens the next one.
      this.leave(token);
      await this.begin(token);
      return send(choice === PERSON ? { choice } : { text });
    }
  }

  async erase() {
    const { token } = this;
    if (token) {
      await this.ask("DELETE", "conversation").catch((problem) => {
        if (problem.status !== 401) throw problem;
      });
    }
    this.outbox = [];
    this.leave(token);
    this.listener.onTurn("erased");
  }

  judge(message, helpful) {
    return this.ask("POST", "feedback", { message, helpful });
  }

  /** Tell the person at the other end that the customer types, never what. */
  types() {
    if (Date.now() - (this.typedAt ?? 0) < TYPING_EVERY) return;
    this.typedAt = Date.now();
    this.ask("POST", "typing").catch(() => {});
  }

  leave(forgotten = "") {
    this.line?.close();
    this.line = this.begun = this.token = null;
    // Another tab may have begun the next one already.
    if (memory.token.value === forgotten) memory.token.value = null;
  }

  listen(lastId) {
    const { token } = this;
    this.line?.close();
    this.line = new Line((last, signal) => this.fetch("GET", `stream?after=${last}`, null, signal), lastId, {
      message: (data) => this.listener.onMessages([data], false),
      state: ({ state }) => this.listener.onState(state),
      typing: (data) => this.listener.onTyping(data),
      up: (so) => {
        this.listener.onLine(so);
        if (so) this.flush();
      },
      gone: () => {
        this.leave(token);
        this.listener.onTurn("gone");
      },
    });
  }

  async ask(method, path, body = null) {
    const response = await this.fetch(method, path, body, AbortSignal.timeout(PATIENCE));
    return response.status === 204 ? null : response.json();
  }

  async fetch(method, path, body, signal) {
    const response = await fetch(this.base + path, {
      method,
      headers: {
        ...(this.token && { Authorization: `Bearer ${this.token}` }),
        ...(body && { "Content-Type": "application/json" }),
      },
      body: body && JSON.stringify(body),
      cache: "no-store",
      credentials: "omit",
      signal,
    });
    if (response.ok) return response;
    const { error } = await response.json().catch(() => ({}));
    const { status, headers } = response;
    const retryAfter = Number(headers.get("Retry-After"));
    throw { status, retryAfter, code: error?.code, sentence: error?.message };
  }
}

/** Server-sent events read with fetch, since EventSource sends no token. */
class Line {
  constructor(connect, lastId, listener) {
    this.connect = connect;
    this.lastId = lastId;
    this.listener = listener;
    this.failures = 0;
    this.hurry = () => document.visibilityState === "visible" && this.wake?.();
    addEventListener("online", this.hurry);
    document.addEventListener("visibilitychange", this.hurry);
    this.run();
  }

  close() {
    this.closed = true;
    this.attempt.abort();
    this.wake?.();
    removeEventListener("online", this.hurry);
    document.removeEventListener("visibilitychange", this.hurry);
  }

  async run() {
    while (!this.closed) {
      let pause = 0;
      this.attempt = new AbortController();
      try {
        await this.read(await this.connect(this.lastId, this.attempt.signal));
      } catch ({ status, retryAfter }) {
        pause = retryAfter * 1000;
        if (this.closed) return;
        if (status === 401) {
          this.close();
          return this.listener.gone();
        }
        // One break is nothing: a phone that slept.
        if (++this.failures > 1) this.listener.up(false);
      }
      await new Promise((resolve) => {
        this.wake = resolve;
        setTimeout(resolve, pause || pauseAfter(this.failures));
      });
    }
  }

  async read({ body }) {
    this.failures = 0;
    this.listener.up(true);
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let unread = "";
    for (;;) {
      const silence = setTimeout(() => this.attempt.abort(), SILENCE);
      const { done, value } = await reader.read().finally(() => clearTimeout(silence));
      if (done) return;
      const blocks = (unread + value).split("\n\n");
      unread = blocks.pop();
      blocks.forEach((block) => this.take(block));
    }
  }

  take(block) {
    const { event, id, data } = Object.fromEntries(
      [...block.matchAll(/^(event|id|data): (.*)$/gm)].map(([, field, value]) => [field, value]),
    );
    if (id) this.lastId = Number(id);
    if (event && !this.closed) this.listener[event](JSON.parse(data));
  }
}

/** Sending it again is no use. */
function isFinal({ status }) {
  return status >= 400 && status < 500 && ![401, 408, 429].includes(status);
}

function pauseAfter(failures) {
  return Math.min(1000 * 2 ** failures, LONGEST_PAUSE) * (0.5 + Math.random() / 2);
}

/** Two tabs that open the chat at once open one conversation. */
function alone(work) {
  return navigator.locks ? navigator.locks.request("buur", work) : work();
}

function newId() {
  // Pages without https have no randomUUID; a blob's address ends in one.
  return crypto.randomUUID?.() ?? URL.createObjectURL(new Blob()).slice(-36);
}
