/**
 * The button that opens the chat, and nothing more: the window itself is loaded on the first click.
 * Before that click nothing is stored in the browser and nothing is asked of the chat API.
 *
 *   <script src="https://chat.winkel.example/buur.js" defer></script>
 *
 * Optional on the script: data-bot, data-shop, data-days (how long chats are kept) and
 * data-colour (#rrggbb), when they differ from the ones below.
 */
(() => {
  if (customElements.get("buur-chat")) return;

  const script = /** @type {HTMLScriptElement | null} */ (
    document.currentScript ?? document.querySelector('script[src$="buur.js"]')
  );
  const { bot = "Helder", shop = "Optiek Helder", days = "90", colour = "" } =
    script?.dataset ?? {};
  const origin = new URL(script?.src || location.href).origin;

  const LAUNCHER = {
    shown: `Chat met ${bot}`,
    name: `Chat met ${bot}, onze chatbot`,
    failed: "De chat wil niet laden. Probeer het nog eens",
    unread: (/** @type {number} */ count) =>
      count === 1 ? "1 nieuw bericht" : `${count} nieuwe berichten`,
  };

  const STYLE = `
    :host {
      --accent: #1d4a3c; --on-accent: #fff; --ring: #1a5fb4;
      position: fixed; inset: auto 1rem calc(1rem + env(safe-area-inset-bottom)) auto;
      z-index: 2147483000; font: 400 1rem/1.45 system-ui, sans-serif;
    }
    :host([hidden]), [hidden] { display: none !important; }
    .launcher {
      display: inline-flex; align-items: center; gap: .6rem; min-height: 3.25rem;
      padding: .7rem 1.25rem .7rem 1rem; border: 1px solid rgb(255 255 255 / .55);
      border-radius: 2rem; background: var(--accent); color: var(--on-accent);
      font: 600 1rem/1.2 system-ui, sans-serif; cursor: pointer;
      box-shadow: 0 .3rem 1.1rem rgb(0 0 0 / .22);
    }
    .launcher:hover { filter: brightness(1.12); }
    .launcher:focus-visible { outline: 3px solid var(--ring); outline-offset: 3px;
      box-shadow: 0 0 0 3px #fff; }
    .launcher[aria-busy=true] { cursor: progress; opacity: .85; }
    .launcher svg { width: 1.5rem; height: 1.5rem; flex: none; }
    .unread {
      min-width: 1.5rem; padding: 0 .4rem; border-radius: 1rem; background: #fff; color: #10221b;
      font-size: .875rem; line-height: 1.5rem; text-align: center;
    }
    .aside { position: absolute; width: 1px; height: 1px; overflow: hidden;
      clip-path: inset(50%); white-space: nowrap; }
    @media (prefers-color-scheme: dark) { :host { --ring: #9cc7ff; } }
    @media print { :host { display: none; } }
  `;

  /** Black or white, whichever reads best on a colour. */
  function readableOn(/** @type {string} */ hex) {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const part = parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? "#000" : "#fff";
  }

  function bubbleIcon() {
    const space = "http://www.w3.org/2000/svg";
    const icon = document.createElementNS(space, "svg");
    icon.setAttribute("viewBox", "0 0 24 24");
    icon.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(space, "path");
    path.setAttribute("d", "M4 4h16a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-8l-5 4v-4H4a2 2 0 0 1-2-2V6c0-1.1.9-2 2-2z");
    path.setAttribute("fill", "currentColor");
    icon.append(path);
    return icon;
  }

  class BuurChat extends HTMLElement {
    constructor() {
      super();
      this.attachShadow({ mode: "open" });
      this.launcher = document.createElement("button");
      this.unread = document.createElement("span");
      this.news = document.createElement("span");
      /** @type {import("./buur/window.js").ChatWindow | null} */
      this.window = null;
    }

    connectedCallback() {
      const shadow = this.shadowRoot;
      if (!shadow || shadow.childElementCount) return;
      this.lang = "nl";
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      shadow.adoptedStyleSheets = [sheet];
      if (/^#[0-9a-f]{6}$/i.test(colour)) {
        this.style.setProperty("--accent", colour);
        this.style.setProperty("--on-accent", readableOn(colour));
      }

      this.launcher.setAttribute("aria-label", LAUNCHER.name);
      this.unread.className = "unread";
      this.unread.hidden = true;
      this.news.className = "aside";
      this.news.setAttribute("aria-live", "polite");
      this.launcher.className = "launcher";
      this.launcher.type = "button";
      this.launcher.setAttribute("aria-expanded", "false");
      this.launcher.append(bubbleIcon(), LAUNCHER.shown, this.unread);
      this.launcher.addEventListener("click", () => this.open());
      shadow.append(this.launcher, this.news);
    }

    async open() {
      this.launcher.setAttribute("aria-busy", "true");
      let opened;
      try {
        opened = this.window ??= await this.load();
      } catch {
        this.news.textContent = LAUNCHER.failed;
        this.launcher.title = LAUNCHER.failed;
        return;
      } finally {
        this.launcher.removeAttribute("aria-busy");
      }
      this.launcher.removeAttribute("title");
      this.launcher.setAttribute("aria-expanded", "true");
      this.launcher.hidden = true;
      this.countUnread(0);
      opened.show();
    }

    async load() {
      const { ChatWindow } = await import(`${origin}/static/buur/window.js`);
      return new ChatWindow({
        root: /** @type {ShadowRoot} */ (this.shadowRoot),
        origin,
        names: { bot, shop, days: Number(days) },
        onClose: () => this.closed(),
        onUnread: (/** @type {number} */ count) => this.countUnread(count),
      });
    }

    closed() {
      this.launcher.hidden = false;
      this.launcher.setAttribute("aria-expanded", "false");
      this.launcher.focus();
    }

    countUnread(/** @type {number} */ count) {
      this.unread.hidden = count === 0;
      this.unread.textContent = String(count);
      this.unread.setAttribute("aria-hidden", "true");
      this.news.textContent = count ? LAUNCHER.unread(count) : "";
    }
  }

  customElements.define("buur-chat", BuurChat);
  const place = () => document.body.append(document.createElement("buur-chat"));
  if (document.body) place();
  else addEventListener("DOMContentLoaded", place, { once: true });
})();
