/**
 * @typedef {{id: string, title: string}} Button
 * @typedef {{kind: "appointment" | "order" | "product" | "route", title: string, lines?: string[],
 *   url?: string, ics?: string}} Card
 * @typedef {{id: number, from: "customer" | "bot" | "staff", name: string, text: string,
 *   buttons?: Button[], card?: Card | null, at: string}} Message
 * @typedef {"bot" | "waiting" | "staff" | "closed"} State
 * @typedef {{messages: Message[], state: State}} Said
 * @typedef {{token: string, conversation: string, messages: Message[]}} Opened
 */

const PATIENCE = 40_000;

/** The API turned the request down, with a sentence for the customer when it had one. */
export class Refused extends Error {
  /**
   * @param {number} status
   * @param {string} code
   * @param {string} sentence
   */
  constructor(status, code, sentence) {
    super(code);
    this.status = status;
    this.code = code;
    this.sentence = sentence;
  }
}

export class ChatApi {
  /** @param {string} origin */
  constructor(origin) {
    this.base = `${origin}/api/chat/`;
  }

  /** @returns {Promise<Opened>} */
  open(/** @type {{page?: string, returning?: string}} */ body) {
    return this.ask("POST", "conversations", { body });
  }

  /** @returns {Promise<Said>} */
  messages(/** @type {string} */ token) {
    return this.ask("GET", "messages", { token });
  }

  /** @returns {Promise<Said>} */
  send(/** @type {string} */ token, /** @type {object} */ body) {
    return this.ask("POST", "messages", { token, body });
  }

  async judge(
    /** @type {string} */ token,
    /** @type {number} */ message,
    /** @type {boolean} */ helpful,
  ) {
    await this.ask("POST", "feedback", { token, body: { message, helpful } });
  }

  async erase(/** @type {string} */ token) {
    await this.ask("DELETE", "conversation", { token });
  }

  /**
   * @param {string} token
   * @param {number} lastId
   * @param {AbortSignal} signal
   */
  async stream(token, lastId, signal) {
    const response = await fetch(`${this.base}stream?after=${lastId}`, {
      headers: { ...authorised(token), "Last-Event-ID": String(lastId) },
      cache: "no-store",
      credentials: "omit",
      signal,
    });
    if (!response.ok) throw await refusal(response);
    if (!response.body) throw new TypeError("The stream has no body");
    return response.body;
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {{token?: string, body?: object}} [given]
   */
  async ask(method, path, { token, body } = {}) {
    const response = await fetch(this.base + path, {
      method,
      headers: {
        ...(token ? authorised(token) : {}),
        ...(body ? { "Content-Type": "application/json" } : {}),
      },
      body: body && JSON.stringify(body),
      cache: "no-store",
      credentials: "omit",
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (!response.ok) throw await refusal(response);
    return response.status === 204 ? null : response.json();
  }
}

function authorised(/** @type {string} */ token) {
  return { Authorization: `Bearer ${token}` };
}

async function refusal(/** @type {Response} */ response) {
  const { error } = await response.json().catch(() => ({}));
  return new Refused(response.status, error?.code ?? "", error?.message ?? "");
}
