import { chime, Composer, Menu, Notices } from "./controls.js";
import { Conversation, PERSON } from "./conversation.js";
import { button, element, icon } from "./dom.js";
import { labelsFor } from "./labels.js";
import { MessageLog } from "./log.js";
import * as memory from "./memory.js";
import { STYLE } from "./style.js";

const NEAR = 80;
const AGAIN_AFTER = 15;

export class ChatWindow {
  /** @param {WindowOptions} given */
  constructor({ root, origin, names, translated, onClose, onUnread }) {
    this.labels = { ...labelsFor(names), ...translated?.(names) };
    this.onClose = onClose;
    this.onUnread = onUnread;
    this.state = "bot";
    this.following = true;
    this.unread = [];

    this.conversation = new Conversation(origin, this);
    this.log = new MessageLog({
      origin,
      labels: this.labels,
      onChoice: (choice, event) => this.choose(choice, event),
      onJudge: (message, helpful) => this.conversation.judge(message, helpful),
      onTrouble: (sentence) => this.notices.tell(sentence ?? this.labels.failed),
      onResend: () => {
        this.conversation.flush();
        this.composer.input.focus();
      },
    });
    // Whatever the language of the frame, in it they speak Dutch.
    if (translated) this.log.node.lang = "nl";
    this.notices = new Notices(this.labels);
    this.menu = new Menu(this.labels, () => this.erase(), chime);
    this.composer = new Composer(this.labels, (text) => this.say(text));
    this.composer.input.addEventListener("input", () => this.person.disabled && this.conversation.types());
    this.person = button(this.labels.person, () => this.say(this.labels.person, PERSON), {
      class: "person",
    });
    this.stateLine = element("p", { class: "state", role: "status" });
    this.newer = button(this.labels.newer, () => this.toEnd(), { class: "newer", hidden: true });
    this.panel = this.assemble();

    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    root.append(this.panel);
    this.listenToCustomer();
    this.listenToBrowser();
  }

  assemble() {
    const { title, minimise } = this.labels;
    return element(
      "section",
      { class: "panel", role: "dialog", "aria-labelledby": "title", hidden: true },
      element(
        "div",
        { class: "header" },
        element("h2", { id: "title" }, title),
        this.menu.opener,
        button(minimise, () => this.hide(), { class: "plain" }, icon("minimise")),
      ),
      element("div", { class: "aid" }, this.stateLine, this.person),
      this.menu.node,
      element("div", { class: "middle" }, this.log.node, this.newer),
      this.notices.node,
      this.composer.node,
    );
  }

  listenToCustomer() {
    const { panel, log, menu } = this;
    panel.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing) return;
      event.stopPropagation();
      if (menu.node.hidden) this.hide();
      else menu.close();
    });
    panel.addEventListener("focusout", ({ relatedTarget: next }) => {
      // Who tabs out of a window that covers the page must see where the focus went.
      const left = next instanceof HTMLElement && !panel.contains(next);
      if (!left || panel.clientWidth < innerWidth) return;
      this.hide();
      next.focus();
    });
    log.node.addEventListener("scroll", () => {
      if (this.isAtEnd) this.newer.hidden = true;
      if (log.node.scrollTop < NEAR && log.older.length && !this.isAtEnd) log.showEarlier();
    });
    for (const hand of ["wheel", "touchmove", "keydown"]) {
      const letGo = () => (this.following = false);
      log.node.addEventListener(hand, letGo, { passive: true });
    }
  }

  listenToBrowser() {
    // A notice or a turned screen must not push the last words out of sight.
    new ResizeObserver(() => this.following && this.follow()).observe(this.log.node);
    addEventListener("online", () => {
      this.notices.connected(true);
      if (!this.panel.hidden) this.begin();
    });
    addEventListener("offline", () => this.notices.connected(false));
    addEventListener("storage", ({ key }) => key === memory.seen.key && this.count());
    document.addEventListener("visibilitychange", () => this.count());
    visualViewport?.addEventListener("resize", () => this.fit());
    visualViewport?.addEventListener("scroll", () => this.fit());
  }

  /** Show the window unasked: ask and keep nothing, unless the customer has talked before. */
  invite() {
    if (memory.token.value) return this.show(false);
    // Empty, it still says that it is a chatbot and what becomes of the talk.
    this.log.clear();
    this.panel.hidden = false;
    for (const act of ["pointerdown", "input"]) {
      this.composer.node.addEventListener(act, () => this.show(false), { once: true });
    }
  }

  show(focus = true) {
    this.panel.hidden = false;
    memory.open.value = "1";
    this.fit();
    this.composer.changed();
    if (focus) this.composer.input.focus();
    this.toEnd();
    this.count();
    this.notices.connected(navigator.onLine);
    this.begin();
  }

  hide() {
    this.menu.show(false);
    this.panel.hidden = true;
    memory.open.value = null;
    this.onClose();
  }

  async begin() {
    if (this.conversation.begun) return;
    this.notices.lookingUp(true);
    clearTimeout(this.timer);
    try {
      await this.conversation.begin();
    } catch ({ sentence, retryAfter }) {
      const again = button(this.labels.tryAgain, () => this.beginAgain(), { class: "remedy" });
      this.notices.tell(sentence ?? this.labels.cannotStart, again);
      const seconds = retryAfter || AGAIN_AFTER;
      this.timer = setTimeout(() => this.panel.hidden || this.begin(), seconds * 1000);
    } finally {
      this.notices.lookingUp(false);
    }
  }

  beginAgain() {
    this.composer.input.focus();
    this.begin();
  }

  async erase() {
    await this.conversation.erase().catch(() => this.notices.tell(this.labels.eraseFailed));
    this.menu.show(false);
    this.composer.input.focus();
  }

  say(text, choice = undefined) {
    this.conversation.say(text, choice);
    this.composer.input.focus();
  }

  choose({ id, title }, { detail }) {
    this.conversation.say(title, id);
    // Chosen with the keyboard: the button is about to be disabled.
    if (!detail) this.composer.input.focus();
  }

  onTurn(why) {
    this.notices.tell(why === "begun" ? "" : this.labels[why]);
    if (why === "gone") this.log.close();
    else this.log.clear();
    this.unread = [];
    this.count();
    if (why === "gone" || why === "erased") this.onState("bot");
  }

  onMessages(messages, history) {
    if (history) this.log.addHistory(messages);
    this.heard(messages, history ? [] : this.log.add(messages));
    if (history) this.toEnd();
  }

  onSending(outgoing) {
    this.notices.tell("");
    this.log.send(outgoing);
    this.following = true;
    this.toEnd();
  }

  onSent(outgoing, answers) {
    this.heard(answers, this.log.sent(outgoing, answers));
  }

  onDelayed(sentence) {
    this.notices.tell(sentence);
    this.delayed = true;
  }

  onHeld({ clientId }, sentence, seconds) {
    this.log.own(clientId)?.hold(sentence, seconds);
    this.toEnd();
  }

  onRefused({ clientId, text, choice }, sentence) {
    this.log.drop(clientId);
    if (!choice) this.composer.giveBack(text);
    this.notices.tell(sentence ?? this.labels.failed);
  }

  onState(state) {
    this.state = state;
    const { withNobodyYet, withStaff, closed } = this.labels;
    const said = { waiting: withNobodyYet, staff: withStaff, closed }[state] ?? "";
    if (this.stateLine.textContent !== said) this.stateLine.textContent = said;
    this.person.disabled = state === "waiting" || state === "staff";
    if (this.person.disabled) this.notices.lookingUp(false);
  }

  onWaiting(waiting) {
    this.notices.lookingUp(waiting && !this.person.disabled);
  }

  onTyping({ from, name }) {
    if (from === "staff") this.notices.typing(name);
    else this.onWaiting(true);
  }

  onLine(up) {
    // What was on its way may still arrive.
    this.notices.connected(up && navigator.onLine);
  }

  heard(messages, fresh) {
    const follow = this.following || this.isAtEnd;
    if (fresh.length) {
      this.notices.lookingUp(false);
      if (this.delayed) this.notices.tell("");
      this.delayed = false;
      if (follow) this.follow();
      else this.newer.hidden = false;
      this.ring(fresh);
    }
    this.unread.push(...messages.filter(({ from }) => from !== "customer").map(({ id }) => id));
    this.count();
  }

  /** A bot's answer sounds only to who is not looking. */
  ring(fresh) {
    const looks = document.hasFocus() && !this.panel.hidden;
    const last = this.log.lastId;
    if (!memory.sound.value || last <= Number(memory.rung.value)) return;
    if (looks && fresh.every(({ from }) => from === "bot")) return;
    memory.rung.value = String(last);
    chime();
  }

  count() {
    const seen = Number(memory.seen.value);
    const { lastId } = this.log;
    const looks = !this.panel.hidden && document.visibilityState === "visible";
    if (looks && lastId > seen) memory.seen.value = String(lastId);
    this.unread = looks ? [] : [...new Set(this.unread)].filter((id) => id > seen);
    if (this.panel.hidden) this.onUnread(this.unread.length);
  }

  get isAtEnd() {
    const { scrollTop, scrollHeight, clientHeight } = this.log.node;
    return scrollHeight - scrollTop - clientHeight < NEAR;
  }

  /** Show what is new, but not past the question that it answers. */
  follow() {
    const { node, lastQuestion } = this.log;
    const first = (node.clientHeight < 3 * NEAR && lastQuestion?.nextElementSibling) || lastQuestion;
    const from = first ? first.offsetTop - node.offsetTop - NEAR / 4 : Infinity;
    node.scrollTop = Math.min(from, node.scrollHeight - node.clientHeight);
    this.newer.hidden = this.isAtEnd;
  }

  toEnd() {
    this.newer.hidden = true;
    this.log.node.scrollTop = this.log.node.scrollHeight;
  }

  /** A phone's keyboard covers a fixed window instead of resizing it. */
  fit() {
    const view = visualViewport;
    if (!view || this.panel.hidden) return;
    const keyboard = innerHeight - view.height > 100 && view.scale === 1;
    this.panel.style.setProperty("--seen", keyboard ? `${view.height}px` : "100dvh");
    this.panel.style.setProperty("--above", keyboard ? `${view.offsetTop}px` : "0px");
    if (keyboard) this.toEnd();
  }
}
