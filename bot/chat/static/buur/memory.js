/** What the browser keeps, once the customer has opened the chat; the tab alone if it may not. */
class Kept {
  /** @param {string} key */
  constructor(key) {
    this.key = key;
    /** @type {string | null} */
    this.fallback = null;
  }

  get value() {
    try {
      return localStorage.getItem(this.key) ?? this.fallback;
    } catch {
      return this.fallback;
    }
  }

  set value(value) {
    this.fallback = value;
    try {
      if (value) localStorage.setItem(this.key, value);
      else localStorage.removeItem(this.key);
    } catch {
      // Storage is full or forbidden: the fallback serves this tab.
    }
  }
}

export const token = new Kept("buur:token");
export const draft = new Kept("buur:draft");
