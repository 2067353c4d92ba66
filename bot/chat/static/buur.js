/**
 * The button that opens the chat, and nothing more: the window itself is fetched when somebody is
 * about to click. Before that click nothing is kept in the browser, and only this file is asked of
 * the chat host.
 *
 *   <script src="https://chat.winkel.example/buur.js" defer></script>
 *
 * What may be set with data attributes stands in docs/website-chat.md.
 */
(() => {
  // A second script on the page, or a browser older than constructed stylesheets.
  if (customElements.get("buur-chat") || !("adoptedStyleSheets" in document)) return;

  /**
   * The shop's own names and days, filled in by the chat host: bot/chat/widget.py.
   * @type {Record<string, string>}
   */
  const SERVED = {};

  const script = /** @type {HTMLScriptElement | undefined} */ (
    document.currentScript ??
      [...document.scripts].find(({ src }) => /\/buur\.js($|[?#])/.test(src))
  );
  const origin = new URL(script?.src || location.href).origin;

  /** What the customer did in this tab: the window keeps OPEN, and QUIET follows on closing. */
  const OPEN = "buur:open";
  const QUIET = "buur:quiet";
  /** Of all tabs: whose conversation it is, and how far it was read. The window keeps both. */
  const TOKEN = "buur:token";
  const SEEN = "buur:seen";
  const LOOK_AGAIN_AFTER = 20_000;
  const OPENERS = 'a[href$="#buur-chat"], [data-buur-open]';
  // On a screen this small the window covers the page, so it never opens unasked. As in style.js.
  const SMALL = matchMedia("(max-width: 480px), (max-height: 430px)");

  /** @param {string} bot */
  const WORDS = (bot) => ({
    nl: {
      shown: `Chat met ${bot}`,
      name: `Chat met ${bot}, onze chatbot`,
      failed: "De chat wil niet laden. Probeer het nog eens",
      hush: "Verberg dit bericht",
      unread: (/** @type {number} */ count) =>
        count === 1 ? "1 nieuw bericht" : `${count} nieuwe berichten`,
    },
    en: {
      shown: `Chat with ${bot}`,
      name: `Chat with ${bot}, our chatbot`,
      failed: "The chat does not load. Please try again",
      hush: "Hide this message",
      unread: (/** @type {number} */ count) =>
        count === 1 ? "1 new message" : `${count} new messages`,
    },
  });

  /** The three parts of #rgb or #rrggbb, from 0 to 255; null of anything else. */
  function partsOf(/** @type {string | undefined} */ colour) {
    const [, digits] = /^#([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(colour ?? "") ?? [];
    if (!digits) return null;
    const pairs = digits.length === 3 ? digits.replace(/./g, "$&$&") : digits;
    return [0, 2, 4].map((at) => parseInt(pairs.slice(at, at + 2), 16));
  }

  /** WCAG's relative luminance. */
  function lightOf(/** @type {number[]} */ parts) {
    const [red, green, blue] = parts.map((part) =>
      part <= 10 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  /** The shop's colours; a text colour that cannot be read on the other gives way. */
  function coloursOf(/** @type {DOMStringMap} */ { colour, textColour }) {
    const back = partsOf(colour) ?? [29, 74, 60];
    const text = partsOf(textColour);
    const ground = lightOf(back);
    const contrast = (/** @type {number} */ light) =>
      (Math.max(light, ground) + 0.05) / (Math.min(light, ground) + 0.05);
    const readable = contrast(1) >= contrast(0) ? [255, 255, 255] : [0, 0, 0];
    const kept = text && contrast(lightOf(text)) >= 4.5 ? text : readable;
    return [back, kept].map((parts) => `rgb(${parts})`);
  }

  /** A number of pixels that still leaves the button on the screen. */
  const pixels = (/** @type {string | undefined} */ given) =>
    Math.min(Math.max(parseInt(given ?? "") || 0, 0), 400);

  /**
   * The page's own rules lose: "all" undoes what it says of every element, and of two important
   * rules the one inside wins. An em is what the customer chose, whatever the page makes of a rem.
   */
  function styleOf(/** @type {DOMStringMap} */ options) {
    const [accent, onAccent] = coloursOf(options);
    const side = options.position === "left" ? "left" : "right";
    const other = side === "left" ? "right" : "left";
    const beside = `max(${pixels(options.offsetSide)}px, 1em)`;
    const below = `calc(max(${pixels(options.offset)}px, 1em) + env(safe-area-inset-bottom))`;
    const host = `all: initial; --accent: ${accent}; --on-accent: ${onAccent};
      position: fixed; ${side}: ${beside}; bottom: ${below}; z-index: 2147483000;
      display: block; direction: ltr; font: 400 medium/1.45 system-ui, sans-serif`;
    return `
      :host { --ring: #1a5fb4; ${host.replace(/;|$/g, " !important;")} }
      :host([hidden]), [hidden] { display: none !important; }
      button { font: inherit; color: inherit; cursor: pointer; }
      .launcher {
        display: flex; align-items: center; gap: .6em; min-height: 3.25em; margin: 0;
        padding: .7em 1.25em .7em 1em; border: 1px solid rgb(255 255 255 / .55);
        border-radius: 2em; background: var(--accent); color: var(--on-accent);
        font-weight: 600; line-height: 1.2; box-shadow: 0 .3em 1.1em rgb(0 0 0 / .22);
      }
      .launcher:hover { filter: brightness(1.12); }
      .launcher:focus-visible, .greeting :focus-visible { outline: 3px solid var(--ring);
        outline-offset: 3px; box-shadow: 0 0 0 3px #fff; }
      .launcher[aria-busy=true] { cursor: progress; opacity: .85; }
      .launcher svg { width: 1.5em; height: 1.5em; flex: none; }
      .unread {
        min-width: 1.5em; padding: 0 .4em; border-radius: 1em; background: #fff; color: #10221b;
        font-size: .875em; line-height: 1.5em; text-align: center;
      }
      .greeting {
        position: absolute; ${side}: 0; bottom: calc(100% + .75em); display: flex;
        box-sizing: border-box; width: max-content; max-width: min(19em, 100vw - 2em);
        border: 1px solid #cdd8d3; border-radius: 14px; background: #fff; color: #14231d;
        box-shadow: 0 .2em .9em rgb(0 0 0 / .14);
      }
      .greeting button { min-width: 2.75em; min-height: 2.75em; margin: 0; border: 0;
        border-radius: 14px; background: none; }
      .greeting .text { flex: 1; padding: .7em 0 .7em 1em; text-align: start;
        overflow-wrap: anywhere; }
      .greeting .hush { flex: none; align-self: start; font-size: 1em; color: #4d5f57; }
      .aside { position: absolute; width: 1px; height: 1px; overflow: hidden;
        clip-path: inset(50%); white-space: nowrap; }
      @media (min-width: 481px) and (min-height: 431px) {
        :host .panel { inset: auto auto ${below} auto; ${side}: ${beside}; ${other}: auto;
          max-height: calc(100dvh - 1em - ${below}); }
      }
      @media (prefers-color-scheme: dark) {
        :host { --ring: #9cc7ff; }
        .greeting { border-color: #33443c; background: #17211d; color: #e9f0ec; }
        .greeting .hush { color: #a9bab2; }
      }
      @media print { :host { display: none !important; } }
    `;
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

  /**
   * @param {string} className
   * @param {(event: MouseEvent) => void} onClick
   * @param {...(Node | string)} children
   */
  function button(className, onClick, ...children) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = className;
    made.append(...children);
    made.addEventListener("click", onClick);
    return made;
  }

  function kept(/** @type {string} */ key, /** @type {"sessionStorage" | "localStorage"} */ area = "sessionStorage") {
    try {
      return self[area].getItem(key);
    } catch {
      return null;
    }
  }

  function keepQuiet() {
    // Closed by the page's own script, with nobody there yet: that is no wish of a customer.
    if (navigator.userActivation?.hasBeenActive === false) return;
    try {
      sessionStorage.setItem(QUIET, "1");
    } catch {
      // Forbidden: then the greeting comes back on the next page.
    }
  }

  class BuurChat extends HTMLElement {
    constructor() {
      super();
      this.attachShadow({ mode: "open" });
      this.unread = document.createElement("span");
      this.news = document.createElement("span");
      this.launcher = button("launcher", () => this.show(true));
      /** @type {HTMLElement | null} */
      this.greeting = null;
      /** @type {Element | null} */
      this.opener = null;
      /** @type {Promise<any[]> | null} */
      this.loading = null;
      /** @type {any} the ChatWindow, which is in another file */
      this.window = null;
    }

    connectedCallback() {
      const shadow = /** @type {ShadowRoot} */ (this.shadowRoot);
      if (shadow.childElementCount) return;
      /** @type {Record<string, string | undefined>} */
      this.options = { ...SERVED, ...script?.dataset, ...this.dataset };
      const { bot = "de chatbot", lang = "nl", greeting, open } = this.options;
      const words = WORDS(bot);
      const asked = lang === "page" ? document.documentElement.lang.slice(0, 2) : lang;
      this.lang = asked in words ? asked : "nl";
      this.words = words[/** @type {keyof typeof words} */ (this.lang)];

      const sheet = new CSSStyleSheet();
      sheet.replaceSync(styleOf(this.options));
      shadow.adoptedStyleSheets = [sheet];
      this.unread.className = "unread";
      this.unread.hidden = true;
      this.unread.setAttribute("aria-hidden", "true");
      this.news.className = "aside";
      this.news.setAttribute("aria-live", "polite");
      this.launcher.setAttribute("aria-label", this.words.name);
      this.launcher.setAttribute("aria-expanded", "false");
      this.launcher.append(bubbleIcon(), this.words.shown, this.unread);
      for (const sign of ["pointerenter", "focus", "touchstart"]) {
        this.launcher.addEventListener(sign, () => this.load().catch(() => {}), { passive: true });
      }
      shadow.append(this.launcher, this.news);

      const called = location.hash === "#buur-chat";
      const left = kept(OPEN) === "1";
      const invited = open === "true" && !kept(QUIET);
      if (called || ((left || invited) && !SMALL.matches)) return this.show(false);
      if (greeting && !kept(QUIET) && !left) this.greet(greeting);
      this.look();
      addEventListener("storage", ({ key }) => key === SEEN && !this.window && this.countUnread(0));
    }

    /**
     * Count what came since the customer was here; the window does so itself. Who never opened the
     * chat has no token, and nothing is asked. Who waits for a person, is told when one answers.
     */
    async look() {
      const token = kept(TOKEN, "localStorage");
      if (!token || this.window) return;
      const { messages, state } = await fetch(
        `${origin}/api/chat/messages?after=${kept(SEEN, "localStorage") ?? 0}`,
        { headers: { Authorization: `Bearer ${token}` }, credentials: "omit" },
      )
        .then((response) => response.json())
        .catch(() => ({}));
      if (this.window) return;
      const news = messages?.filter((/** @type {any} */ { from }) => from !== "customer");
      this.countUnread(news?.length ?? 0);
      if (state === "waiting" || state === "staff") setTimeout(() => this.look(), LOOK_AGAIN_AFTER);
    }

    greet(/** @type {string} */ text) {
      const { hush } = /** @type {NonNullable<typeof this.words>} */ (this.words);
      const away = button("hush", () => {
        this.greeting?.remove();
        this.launcher.focus();
        keepQuiet();
      }, "×");
      away.setAttribute("aria-label", hush);
      away.title = hush;
      this.greeting = document.createElement("div");
      this.greeting.className = "greeting";
      this.greeting.append(button("text", () => this.show(true), text), away);
      this.launcher.before(this.greeting);
    }

    /** For the page's own script. Without a customer's click it asks and keeps nothing yet. */
    open() {
      return this.show(navigator.userActivation?.isActive ?? true);
    }

    close() {
      if (this.window && !this.window.panel.hidden) this.window.hide();
    }

    /** @param {boolean} asked whether the customer did */
    async show(asked) {
      const { names, failed } = { names: this.options, ...this.words };
      this.launcher.setAttribute("aria-busy", "true");
      // Where it opens by itself, there is nothing to click meanwhile.
      this.launcher.hidden = !asked;
      try {
        const [{ ChatWindow }, translation] = await this.load();
        this.window ??= new ChatWindow({
          root: this.shadowRoot,
          origin,
          names: { bot: names?.bot, shop: names?.shop, days: Number(names?.days) },
          translated: translation?.labelsFor,
          onClose: () => this.closed(),
          onUnread: (/** @type {number} */ count) => this.countUnread(count),
        });
      } catch {
        this.news.textContent = failed ?? "";
        this.launcher.title = failed ?? "";
        this.launcher.hidden = false;
        return;
      } finally {
        this.launcher.removeAttribute("aria-busy");
      }
      this.launcher.removeAttribute("title");
      this.launcher.setAttribute("aria-expanded", "true");
      this.launcher.hidden = true;
      this.greeting?.remove();
      this.countUnread(0);
      if (asked) this.window.show();
      else this.window.invite();
    }

    /** Fetch the window, once: on the click, or when a pointer or the focus comes near. */
    load() {
      const { version } = SERVED;
      const part = (/** @type {string} */ name) => import(`${origin}/buur/${name}.js?${version}`);
      this.loading ??= Promise.all([
        part("window"),
        ...(this.lang === "nl" ? [] : [part(`labels.${this.lang}`)]),
      ]).catch((problem) => {
        this.loading = null;
        throw problem;
      });
      return this.loading;
    }

    closed() {
      keepQuiet();
      this.launcher.hidden = false;
      this.launcher.setAttribute("aria-expanded", "false");
      const opener = /** @type {HTMLElement | null} */ (this.opener);
      (opener?.isConnected ? opener : this.launcher).focus();
      this.opener = null;
    }

    countUnread(/** @type {number} */ count) {
      this.unread.hidden = count === 0;
      this.unread.textContent = String(count);
      this.news.textContent = count && this.words ? this.words.unread(count) : "";
    }
  }

  customElements.define("buur-chat", BuurChat);

  const chat = () => /** @type {BuurChat | null} */ (document.querySelector("buur-chat"));

  /** Beside the body: there it outlives a page that swaps its body instead of loading anew. */
  function place() {
    if (!chat()) document.documentElement.append(document.createElement("buur-chat"));
  }

  /** The page goes first: the button has no hurry. */
  function placeInSpareTime() {
    if (self.requestIdleCallback) requestIdleCallback(place, { timeout: 2000 });
    else setTimeout(place);
  }

  if (document.readyState === "loading") addEventListener("DOMContentLoaded", placeInSpareTime);
  else placeInSpareTime();

  document.addEventListener("click", (event) => {
    const opener = event
      .composedPath()
      .find((node) => node instanceof Element && node.matches(OPENERS));
    if (!opener || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    place();
    const opened = /** @type {BuurChat} */ (chat());
    opened.opener = /** @type {Element} */ (opener);
    opened.show(true);
  });
})();
