import { Refused } from "./api.js";

/** @typedef {{event: string, id: string, data: string}} ServerEvent */

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;
// The server says something at least every 20 seconds; after this long the line is dead.
const SILENCE = 50_000;

/**
 * A line that stays open: reads server-sent events with fetch, since EventSource cannot send the
 * token's header, and comes back after a break with the id of the last event that it saw.
 */
export class Line {
  /**
   * @param {object} given
   * @param {(lastId: number, signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>} given.connect
   * @param {number} given.lastId
   * @param {(event: ServerEvent) => void} given.onEvent
   * @param {(up: boolean) => void} given.onLine
   * @param {() => void} given.onGone the conversation does not exist any more
   */
  constructor({ connect, lastId, onEvent, onLine, onGone }) {
    this.connect = connect;
    this.lastId = lastId;
    this.onEvent = onEvent;
    this.onLine = onLine;
    this.onGone = onGone;
    this.failures = 0;
    this.closed = false;
    this.attempt = new AbortController();
    this.wake = () => {};
    this.hurry = () => {
      if (document.visibilityState === "visible") this.wake();
    };
    addEventListener("online", this.hurry);
    document.addEventListener("visibilitychange", this.hurry);
    this.run();
  }

  close() {
    this.closed = true;
    this.attempt.abort();
    this.wake();
    removeEventListener("online", this.hurry);
    document.removeEventListener("visibilitychange", this.hurry);
  }

  async run() {
    while (!this.closed) {
      this.attempt = new AbortController();
      try {
        await this.read(await this.connect(this.lastId, this.attempt.signal));
      } catch (problem) {
        if (this.closed) return;
        if (problem instanceof Refused && problem.status === 401) {
          this.close();
          this.onGone();
          return;
        }
        this.failures += 1;
        // One break is nothing: a phone that slept, a server that restarts.
        if (this.failures > 1) this.onLine(false);
      }
      if (!this.closed) await this.pause();
    }
  }

  async read(/** @type {ReadableStream<Uint8Array>} */ body) {
    this.failures = 0;
    this.onLine(true);
    const reader = body.getReader();
    const decoder = new TextDecoder();
    const abort = () => this.attempt.abort();
    let silence = setTimeout(abort, SILENCE);
    let unread = "";
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        clearTimeout(silence);
        silence = setTimeout(abort, SILENCE);
        const blocks = (unread + decoder.decode(value, { stream: true }).replaceAll("\r", ""))
          .split("\n\n");
        unread = blocks.pop() ?? "";
        for (const block of blocks) this.take(block);
      }
    } finally {
      clearTimeout(silence);
    }
  }

  take(/** @type {string} */ block) {
    const event = { event: "message", id: "", data: "" };
    for (const line of block.split("\n")) {
      const [, field, value] = /^(event|id|data): ?(.*)$/.exec(line) ?? [];
      if (field === "event") event.event = value;
      if (field === "id") event.id = value;
      if (field === "data") event.data += (event.data && "\n") + value;
    }
    if (event.id) this.lastId = Math.max(this.lastId, Number(event.id) || 0);
    if (event.data && !this.closed) this.onEvent(event);
  }

  /** Wait longer after each failure, never all browsers at once; shorter when back online. */
  pause() {
    const longest = Math.min(FIRST_PAUSE * 2 ** this.failures, LONGEST_PAUSE);
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, longest * (0.5 + Math.random() / 2));
      this.wake = () => {
        clearTimeout(timer);
        resolve(undefined);
      };
    });
  }
}
