import { button, element, icon } from "./dom.js";

// The shop's clock, wherever the customer is.
const zone = { timeZone: "Europe/Amsterdam" };
const TIME = new Intl.DateTimeFormat("nl-NL", { hour: "2-digit", minute: "2-digit", ...zone });
const LINKS =
  /(?:https?:\/\/|www\.)[^\s<>"]*[^\s<>".,;:!?)\]']|(?<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,})|(?<phone>(?<![\w+])(?:\+31[ -]?(?:\(0\))?|0)[1-9](?:[ -]?\d){8}(?!\w))/gi;

const OUTWARD = { target: "_blank", rel: "noopener noreferrer" };
const SAME_BREATH = 5 * 60 * 1000;
const ONE_DAY = 24 * 60 * 60 * 1000;
const AT_ONCE = 50;

const DAY = new Intl.DateTimeFormat("nl-NL", {
  weekday: "long", day: "numeric", month: "long", ...zone,
});
const dayOf = (moment) => new Date(moment).toLocaleDateString("nl-NL", zone);

class Bubble {
  constructor(message, handlers) {
    const { card, buttons = [], client_id } = message;
    this.handlers = handlers;
    this.labels = handlers.labels;
    this.from = message.from;
    this.clientId = client_id;
    this.helpful = message.helpful;
    this.titles = buttons.map(({ title }) => title);
    this.time = element("time");
    this.words = element("p", { class: "text", dir: "auto" });
    this.node = element("div", { class: `message ${this.from}` }, this.sender(message));
    this.adopt(message);
    if (this.text) this.node.append(this.words);
    if (card) this.node.append(this.card(card));
    this.replies = buttons.map((choice) =>
      button(choice.title, (event) => handlers.onChoice(choice, event), { dir: "auto" }),
    );
    if (buttons.length) this.node.append(group("replies", this.labels.quickReplies, this.replies));
  }

  adopt({ id, text, at }) {
    this.id = id;
    this.text = text;
    this.at = new Date(at);
    this.time.dateTime = at;
    this.time.textContent = TIME.format(this.at);
    this.words.replaceChildren(...linked(text));
    this.settle();
  }

  sender({ from, name }) {
    const { you, botTag, staffTag } = this.labels;
    const who = from === "customer" ? you : `${name}, ${from === "bot" ? botTag : staffTag}`;
    return element("p", { class: "sender" }, who, " ", this.time);
  }

  card({ kind, title, lines = [], ics, url }) {
    const [name, further] = this.labels.cards[kind] ?? ["", title];
    const link = (address, label, attributes) => {
      const href = webAddress(address, this.handlers.origin);
      return href ? [element("a", { href, ...attributes }, label)] : [];
    };
    return element(
      "section",
      { class: "card", dir: "auto", "aria-label": title },
      element("p", { class: "kind" }, name),
      element("h3", {}, title),
      ...lines.map((line) => element("p", {}, ...linked(line))),
      element(
        "p",
        { class: "links" },
        ...link(ics, this.labels.calendar, { download: this.labels.calendarFile }),
        ...link(url, further, OUTWARD),
      ),
    );
  }

  retire(chosen = "") {
    this.replies.forEach((reply, place) => {
      reply.disabled = true;
      reply.classList.toggle("chosen", this.titles[place] === chosen);
    });
  }

  /** A number in between is only a place on screen. */
  get isStored() {
    return Number.isInteger(this.id);
  }

  get isOnItsWay() {
    return this.node.matches(".sending, .held");
  }

  /** It does not begin with a question of its own. */
  get answers() {
    return this.from === "bot" && !this.titles.length && !/^[^.!]*\?/.test(this.text);
  }

  settle() {
    if (!this.isOnItsWay) return;
    this.node.classList.remove("sending", "held");
    this.aside?.remove();
  }

  sending() {
    this.settle();
    this.node.classList.add("sending");
  }

  hold(sentence, seconds) {
    const { held, resend, resendsIn } = this.labels;
    const why = `${sentence || held} ${seconds ? resendsIn(seconds) : ""} `;
    const again = button(resend, () => this.handlers.onResend());
    this.settle();
    this.node.classList.add("held");
    this.aside = element("p", { class: "why" }, why, again);
    this.node.append(this.aside);
  }

  ask() {
    if (this.aside || !this.isStored) return;
    const { feedback, helped, helpedNot } = this.labels;
    const thumb = (label, helpful) =>
      button(label, () => this.judge(helpful), {}, icon("thumb"));
    this.thumbs = [thumb(helped, true), thumb(helpedNot, false)];
    this.thanks = element("span");
    this.press();
    this.aside = group("judgement", feedback, [...this.thumbs, this.thanks]);
    // Not read aloud with each answer.
    this.aside.setAttribute("aria-live", "off");
    this.node.append(this.aside);
  }

  async judge(helpful) {
    try {
      await this.handlers.onJudge(this.id, helpful);
    } catch ({ sentence }) {
      return this.handlers.onTrouble(sentence);
    }
    this.helpful = helpful;
    this.press();
    this.aside.setAttribute("aria-live", "polite");
    this.thanks.textContent = this.labels.thanks;
  }

  press() {
    this.thumbs.forEach((thumb, place) =>
      thumb.setAttribute("aria-pressed", String(this.helpful === !place)),
    );
  }

  get isJudged() {
    return this.helpful !== undefined;
  }

  unask() {
    if (this.isJudged) return;
    this.aside?.remove();
    this.aside = null;
  }
}

export class MessageLog {
  /** @param {LogHandlers} handlers */
  constructor(handlers) {
    this.handlers = handlers;
    const { labels } = handlers;
    this.privacy = element("p", { class: "privacy" }, labels.privacy);
    this.earlier = button(labels.earlier, () => this.showEarlier(), { class: "earlier" });
    this.older = [];
    this.bubbles = [];
    this.days = {};
    this.node = element("div", {
      class: "log",
      role: "log",
      "aria-live": "polite",
      "aria-label": labels.log,
      tabindex: "0",
    });
  }

  add(messages) {
    const added = messages.map((message) => this.take(message)).filter((bubble) => bubble !== null);
    this.arrange();
    return added.filter(({ from }) => from !== "customer");
  }

  addHistory(messages) {
    this.older = messages.slice(0, -AT_ONCE);
    // A screen reader need not read it aloud.
    this.quietly(() => this.add(messages.slice(-AT_ONCE)));
  }

  showEarlier() {
    const { node } = this;
    const below = node.scrollHeight - node.scrollTop;
    this.quietly(() => this.add(this.older.splice(-AT_ONCE)));
    node.scrollTop = node.scrollHeight - below;
    if (!this.older.length) node.focus({ preventScroll: true });
  }

  quietly(work) {
    this.node.setAttribute("aria-live", "off");
    work();
    setTimeout(() => this.node.setAttribute("aria-live", "polite"), 1000);
  }

  take(message) {
    if (this.bubbles.some(({ id }) => id === message.id)) return null;
    const sent = this.own(message.client_id);
    sent?.adopt(message);
    if (sent) return null;
    const bubble = new Bubble(message, this.handlers);
    this.bubbles.push(bubble);
    return bubble;
  }

  send({ clientId, text }) {
    let bubble = this.own(clientId);
    if (!bubble) {
      // Its time is the server's to tell.
      const at = (this.bubbles.at(-1)?.at ?? new Date()).toISOString();
      bubble = new Bubble({ id: null, from: "customer", name: "", text, client_id: clientId, at }, this.handlers);
      this.bubbles.push(bubble);
    }
    bubble.sending();
    this.arrange();
  }

  sent({ clientId }, answers) {
    const bubble = this.own(clientId);
    bubble?.settle();
    // Its number comes with the stream; it stands right before its answer.
    if (bubble && !bubble.isStored && answers.length) bubble.id = answers[0].id - 0.5;
    return this.add(answers);
  }

  drop(clientId) {
    this.bubbles = this.bubbles.filter((bubble) => bubble.clientId !== clientId);
    this.arrange();
  }

  clear() {
    this.older = [];
    this.bubbles = this.bubbles.filter(({ isOnItsWay }) => isOnItsWay);
    this.arrange();
  }

  close() {
    for (const bubble of this.bubbles) {
      bubble.retire();
      bubble.unask();
    }
  }

  get lastId() {
    return Math.max(0, ...this.bubbles.filter(({ isStored }) => isStored).map(({ id }) => id));
  }

  get lastQuestion() {
    return this.bubbles.findLast(({ from }) => from === "customer")?.node;
  }

  own(clientId) {
    return clientId && this.bubbles.find((bubble) => bubble.clientId === clientId);
  }

  arrange() {
    this.bubbles.sort((one, other) => (one.id ?? Infinity) - (other.id ?? Infinity) || 0);
    const wanted = [this.older.length ? this.earlier : this.privacy];
    let day = "";
    let previous = null;
    for (const bubble of this.bubbles) {
      const its = dayOf(bubble.at.getTime());
      if (its !== day) {
        wanted.push(this.separator(its, bubble.at));
        previous = null;
      }
      day = its;
      bubble.node.classList.toggle("continued", previous !== null && continues(previous, bubble));
      wanted.push(bubble.node);
      previous = bubble;
    }
    place(this.node, wanted);
    this.retireReplies();
    this.askJudgement();
  }

  separator(day, moment) {
    const { today, yesterday } = this.handlers.labels;
    const near = { [dayOf(Date.now())]: today, [dayOf(Date.now() - ONE_DAY)]: yesterday };
    this.days[day] ??= element("p", { class: "day" }, near[day] ?? DAY.format(moment));
    return this.days[day];
  }

  /** Buttons are spent once one was chosen, or once the talk went on without them. */
  retireReplies() {
    let reply = null;
    let wentOn = false;
    let answered = false;
    for (const bubble of this.bubbles.toReversed()) {
      if (bubble.from === "customer") {
        reply = bubble;
        wentOn = answered;
      } else {
        if (reply && (wentOn || bubble.titles.includes(reply.text))) bubble.retire(reply.text);
        answered = true;
      }
    }
  }

  askJudgement() {
    const asked = this.lastQuestion;
    this.bubbles.forEach((bubble, place) => {
      const last = place === this.bubbles.length - 1;
      if ((last && asked && bubble.answers) || bubble.isJudged) bubble.ask();
      else if (bubble.from === "bot") bubble.unask();
    });
  }
}

function continues(previous, next) {
  return previous.from === next.from && next.at.getTime() - previous.at.getTime() < SAME_BREATH;
}

/** What stands right is left alone, or a screen reader would read it again. */
function place(parent, wanted) {
  const kept = new Set(wanted);
  for (const child of [...parent.children]) {
    if (!kept.has((child))) child.remove();
  }
  wanted.forEach((node, position) => {
    const standing = parent.children[position];
    if (standing !== node) parent.insertBefore(node, standing ?? null);
  });
}

function group(name, label, children) {
  return element("div", { class: name, role: "group", "aria-label": label }, ...children);
}

function linked(text) {
  const nodes = [];
  let done = 0;
  for (const found of text.matchAll(LINKS)) {
    nodes.push(text.slice(done, found.index), linkTo(found[0], found.groups));
    done = found.index + found[0].length;
  }
  return [...nodes, text.slice(done)];
}

function linkTo(shown, { mail, phone }) {
  if (mail) return element("a", { href: `mailto:${mail}` }, mail);
  if (phone) return element("a", { href: `tel:${phone.replace(/\(0\)|[^\d+]/g, "")}` }, phone);
  const href = /^www/i.test(shown) ? `https://${shown}` : shown;
  return element("a", { href, ...OUTWARD }, shown);
}

function webAddress(address, origin) {
  try {
    const { protocol, href } = new URL(address, origin);
    return address && /^https?:$/.test(protocol) ? href : "";
  } catch {
    return "";
  }
}
