import { ChatApi } from "./api.js";
import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { button, element, icon } from "./dom.js";
import { labelsFor } from "./labels.js";
import { MessageLog } from "./log.js";
import { Menu } from "./menu.js";
import { Notices } from "./notices.js";
import { STYLE } from "./style.js";

/**
 * @typedef {import("./api.js").Message} Message
 * @typedef {import("./conversation.js").Outgoing} Outgoing
 */

const NEAR = 80;

/** The chat window: shows the conversation, and passes on what the customer does. */
export class ChatWindow {
  /**
   * @param {object} given
   * @param {ShadowRoot} given.root
   * @param {string} given.origin of the chat API
   * @param {import("./labels.js").Names} given.names
   * @param {() => void} given.onClose
   * @param {(count: number) => void} given.onUnread messages that came while it was closed
   */
  constructor({ root, origin, names, onClose, onUnread }) {
    this.labels = labelsFor(names);
    this.onClose = onClose;
    this.onUnread = onUnread;
    this.unread = 0;
    this.state = "bot";
    this.following = true;
    this.delayed = false;

    const api = new ChatApi(origin);
    this.conversation = new Conversation(api, this);
    this.log = new MessageLog(
      {
        origin,
        labels: this.labels,
        onChoice: (choice, event) => this.choose(choice, event),
        onJudge: (message, helpful) => this.conversation.judge(message, helpful),
      },
      element("p", { class: "privacy" }, this.labels.privacy),
    );
    this.notices = new Notices(this.labels);
    this.menu = new Menu(this.labels, () => this.conversation.erase());
    this.composer = new Composer(this.labels, (text) => this.say(text));
    this.person = button(this.labels.person, () => this.say(this.labels.person), {
      class: "person",
    });
    this.stateLine = element("p", { class: "state", "aria-live": "polite" });
    this.newer = button(this.labels.newer, () => this.toEnd(), { class: "newer", hidden: true });
    this.panel = this.assemble();

    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    root.append(this.panel);
    this.listenToBrowser();
  }

  assemble() {
    const minimise = button(
      this.labels.minimise,
      () => this.hide(),
      { class: "plain" },
      icon("minimise"),
    );
    return element(
      "section",
      { class: "panel", role: "dialog", "aria-labelledby": "title", hidden: true },
      element(
        "header",
        {},
        element("h2", { id: "title" }, this.labels.title),
        this.menu.opener,
        minimise,
      ),
      this.menu.node,
      element("div", { class: "aid" }, this.stateLine, this.person),
      element("div", { class: "middle" }, this.log.node, this.newer),
      this.notices.node,
      this.composer.node,
    );
  }

  listenToBrowser() {
    this.panel.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing) return;
      event.stopPropagation();
      if (this.menu.isOpen) this.menu.close();
      else this.hide();
    });
    this.log.node.addEventListener("scroll", () => {
      if (this.isAtEnd) this.newer.hidden = true;
    });
    for (const hand of ["wheel", "touchmove", "keydown"]) {
      const letGo = () => (this.following = false);
      this.log.node.addEventListener(hand, letGo, { passive: true });
    }
    // A notice that appears, or a screen that turns, must not push the last words out of sight.
    new ResizeObserver(() => this.following && this.follow()).observe(this.log.node);
    addEventListener("online", () => {
      this.notices.connected(true);
      if (!this.panel.hidden) this.begin();
    });
    addEventListener("offline", () => this.notices.connected(false));
    // The on-screen keyboard of iOS covers a fixed window instead of resizing it.
    visualViewport?.addEventListener("resize", () => this.fit());
    visualViewport?.addEventListener("scroll", () => this.fit());
  }

  show() {
    this.panel.hidden = false;
    this.unread = 0;
    this.fit();
    this.composer.focus();
    this.toEnd();
    this.begin();
  }

  hide() {
    this.menu.show(false);
    this.panel.hidden = true;
    this.onClose();
  }

  async begin() {
    if (this.conversation.begun) return;
    this.notices.lookingUp(true, this.labels.starting);
    try {
      await this.conversation.begin();
    } catch {
      const again = button(this.labels.tryAgain, () => this.begin(), { class: "remedy" });
      this.notices.tell(this.labels.cannotStart, again);
    } finally {
      this.notices.lookingUp(false);
    }
  }

  say(/** @type {string} */ text) {
    this.conversation.say(text);
    this.composer.input.focus();
  }

  choose(
    /** @type {import("./api.js").Button} */ choice,
    /** @type {MouseEvent} */ event,
  ) {
    this.conversation.choose(choice);
    // Chosen with the keyboard, whose focus would be lost with the button.
    if (event.detail === 0) this.composer.input.focus();
  }

  // What the conversation tells.

  onTurn(/** @type {"begun" | "restarted" | "gone" | "erased"} */ why) {
    this.notices.tell(why === "begun" ? "" : this.labels[why]);
    this.notices.connected(true);
    if (why === "gone") this.log.close();
    else this.log.clear();
    if (why === "gone" || why === "erased") this.onState("bot");
    if (why === "erased") this.composer.focus();
  }

  onMessages(/** @type {Message[]} */ messages, /** @type {boolean} */ history) {
    const follow = this.following || this.isAtEnd;
    // A screen reader need not read aloud what was said before.
    if (history) this.log.node.setAttribute("aria-live", "off");
    const heard = this.log.add(messages);
    if (history) setTimeout(() => this.log.node.setAttribute("aria-live", "polite"), 1000);
    if (heard.some(({ from }) => from === "staff")) this.notices.typed();
    if (heard.length && this.delayed) {
      this.notices.tell("");
      this.delayed = false;
    }
    if (history) this.toEnd();
    else if (follow) this.follow();
    else if (heard.length) this.newer.hidden = false;
    if (!history) this.count(heard.length);
  }

  onSending(/** @type {Outgoing} */ outgoing) {
    this.notices.tell("");
    this.log.send(outgoing);
    this.following = true;
    this.toEnd();
  }

  onSent(/** @type {Outgoing} */ outgoing, /** @type {Message[]} */ answers) {
    const follow = this.following || this.isAtEnd;
    this.count(this.log.sent(outgoing, answers).length);
    if (follow) this.follow();
  }

  onDelayed(/** @type {string} */ sentence) {
    this.notices.tell(sentence);
    this.delayed = true;
  }

  onNotSent(/** @type {Outgoing} */ outgoing, /** @type {string} */ sentence) {
    this.log.fail(outgoing, sentence, () => {
      this.conversation.send(outgoing);
      this.composer.input.focus();
    });
    this.toEnd();
  }

  onRefused(/** @type {Outgoing} */ outgoing, /** @type {string} */ sentence) {
    this.log.drop(outgoing.clientId);
    if (!outgoing.choice) this.composer.giveBack(outgoing.text);
    this.notices.tell(sentence || this.labels.notSent);
  }

  onState(/** @type {string} */ state) {
    this.state = state;
    const { withNobodyYet, withStaff, closed } = this.labels;
    const said = { waiting: withNobodyYet, staff: withStaff, closed }[state] ?? "";
    if (this.stateLine.textContent !== said) this.stateLine.textContent = said;
    // There is nothing to ask for any more; the button stays where it is.
    this.person.disabled = state === "waiting" || state === "staff";
    if (this.person.disabled) this.notices.lookingUp(false);
  }

  onWaiting(/** @type {boolean} */ waiting) {
    this.notices.lookingUp(waiting && this.state !== "waiting" && this.state !== "staff");
  }

  onTyping(/** @type {{from: string, name: string}} */ { from, name }) {
    if (from === "staff") this.notices.typing(name);
  }

  onLine(/** @type {boolean} */ up) {
    this.notices.connected(up);
  }

  // How it looks.

  count(/** @type {number} */ heard) {
    if (!this.panel.hidden || !heard) return;
    this.unread += heard;
    this.onUnread(this.unread);
  }

  get isAtEnd() {
    const { scrollTop, scrollHeight, clientHeight } = this.log.node;
    return scrollHeight - scrollTop - clientHeight < NEAR;
  }

  /** Show what is new, but not past the question that it answers: one reads from there. */
  follow() {
    const log = this.log.node;
    const question = this.log.lastQuestion;
    const from = question ? question.offsetTop - log.offsetTop - NEAR / 4 : Infinity;
    log.scrollTop = Math.min(from, log.scrollHeight - log.clientHeight);
    this.newer.hidden = this.isAtEnd;
  }

  toEnd() {
    this.newer.hidden = true;
    this.log.node.scrollTop = this.log.node.scrollHeight;
  }

  /** Keep a full-screen window within what the keyboard leaves visible. */
  fit() {
    const view = visualViewport;
    if (!view || this.panel.hidden) return;
    const keyboard = innerHeight - view.height > 100 && view.scale === 1;
    this.panel.style.setProperty("--seen", keyboard ? `${view.height}px` : "100dvh");
    this.panel.style.setProperty("--above", keyboard ? `${view.offsetTop}px` : "0px");
    if (keyboard) this.toEnd();
  }
}
