/** What the browser keeps, once the customer has opened the chat; this page alone if it may not. */
class Kept {
  constructor(key, area = "localStorage") {
    this.key = `buur:${key}`;
    this.area = area;
    this.spare = null;
  }

  get value() {
    try {
      return this.spare ?? globalThis[this.area].getItem(this.key);
    } catch {
      return this.spare;
    }
  }

  set value(value) {
    try {
      const area = globalThis[this.area];
      if (value) area.setItem(this.key, value);
      else area.removeItem(this.key);
      this.spare = null;
    } catch {
      this.spare = value;
    }
  }
}

export const token = new Kept("token");
export const seen = new Kept("seen");
export const rung = new Kept("rung");
export const sound = new Kept("sound");
// A tab has its own words, and whether it shows the window.
export const draft = new Kept("draft", "sessionStorage");
export const outbox = new Kept("outbox", "sessionStorage");
export const open = new Kept("open", "sessionStorage");
