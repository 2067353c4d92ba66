import { button, element, icon } from "./dom.js";
import * as memory from "./memory.js";

const LONGEST = 1000;

export class Composer {
  constructor(labels, onSend) {
    this.labels = labels;
    this.onSend = onSend;
    this.input = element("textarea", {
      id: "input",
      rows: "1",
      dir: "auto",
      placeholder: labels.placeholder,
      enterkeyhint: "send",
      autocomplete: "off",
      "aria-describedby": "too-long",
    });
    this.tooLong = element("p", { id: "too-long", class: "too-long" });
    this.node = element(
      "form",
      { class: "composer" },
      element("label", { for: "input", class: "aside" }, labels.input),
      this.input,
      element("button", { class: "send", "aria-label": labels.send, title: labels.send }, icon("send")),
      this.tooLong,
    );
    this.node.addEventListener("submit", (event) => this.submit(event));
    this.input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.submit(event);
    });
    this.input.addEventListener("input", () => this.changed());
    this.fill(memory.draft.value ?? "");
  }

  submit(event) {
    event.preventDefault();
    const text = this.input.value.trim();
    if (!text || this.excess > 0) return this.input.focus();
    this.fill("");
    this.onSend(text);
  }

  giveBack(text) {
    // Before what was typed since.
    this.fill([text, this.input.value].filter(Boolean).join("\n"));
  }

  fill(text) {
    this.input.value = text;
    this.changed();
  }

  changed() {
    const { input, excess } = this;
    memory.draft.value = input.value || null;
    this.tooLong.textContent = excess > 0 ? this.labels.tooLong(excess) : "";
    input.setAttribute("aria-invalid", String(excess > 0));
    input.style.height = "auto";
    if (input.scrollHeight) input.style.height = `${input.scrollHeight + 3}px`;
  }

  get excess() {
    // An emoji is one character, as the server counts.
    return [...this.input.value.trim()].length - LONGEST;
  }
}

export class Menu {
  constructor(labels, onErase, onSound) {
    this.labels = labels;
    this.opener = button(
      labels.menu,
      () => this.show(this.node.hidden),
      { class: "plain", "aria-expanded": "false", "aria-controls": "menu" },
      icon("menu"),
    );
    this.sound = button("", () => {
      memory.sound.value = memory.sound.value ? null : "1";
      this.show(true);
      if (memory.sound.value) onSound();
    });
    this.ask = button(labels.erase, () => this.confirm(true));
    this.no = button(labels.eraseNo, () => this.confirm(false));
    this.yes = button(labels.eraseYes, onErase, { class: "danger" });
    this.question = element(
      "div",
      { role: "group", "aria-labelledby": "erase-question" },
      element("p", { id: "erase-question" }, labels.eraseQuestion),
      this.yes,
      this.no,
    );
    this.node = element(
      "div",
      { class: "menu", id: "menu", hidden: true },
      this.sound,
      this.ask,
      this.question,
    );
  }

  show(open, asked = false) {
    this.node.hidden = !open;
    this.opener.setAttribute("aria-expanded", String(open));
    this.sound.textContent = this.labels[memory.sound.value ? "soundOff" : "soundOn"];
    this.question.hidden = !asked;
    this.sound.hidden = this.ask.hidden = asked;
  }

  close() {
    this.show(false);
    this.opener.focus();
  }

  confirm(asked) {
    this.show(true, asked);
    (asked ? this.no : this.ask).focus();
  }
}

const LOOKING_UP_AFTER = 350;
const TYPING_LASTS = 6000;

export class Notices {
  constructor(labels) {
    this.labels = labels;
    this.busy = element("p", { class: "busy" });
    this.trouble = element("p");
    this.line = element("p");
    this.node = element("div", { class: "notices", role: "status" }, this.busy, this.trouble, this.line);
  }

  lookingUp(so) {
    clearTimeout(this.timer);
    if (!so) this.busy.textContent = "";
    else this.timer = setTimeout(() => this.busy.replaceChildren(this.labels.lookingUp), LOOKING_UP_AFTER);
  }

  /** Dots that suggest typing are for people only. */
  typing(name) {
    clearTimeout(this.timer);
    const dots = [1, 2, 3].map(() => element("i"));
    this.busy.replaceChildren(
      this.labels.typing(name),
      element("span", { class: "dots", "aria-hidden": "true" }, ...dots),
    );
    this.timer = setTimeout(() => this.lookingUp(false), TYPING_LASTS);
  }

  tell(text, ...remedy) {
    // The same once more would be read aloud again, and take the focus from its remedy.
    if (text && this.trouble.firstChild?.nodeValue === text) return;
    this.trouble.replaceChildren(text, ...remedy);
  }

  connected(up) {
    this.line.textContent = up ? "" : this.labels.offline;
  }
}
let audio;

export function chime() {
  audio ??= new AudioContext();
  audio.resume();
  [587, 784].forEach((frequency, place) => {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    const start = audio.currentTime + place * 0.13;
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.07, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.4);
    tone.connect(volume).connect(audio.destination);
    tone.start(start);
    tone.stop(start + 0.4);
  });
}

