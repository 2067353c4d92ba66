/** What travels between the browser and the chat API, and between the window's modules. */

interface Choice {
  id: string;
  title: string;
}

interface Card {
  kind: "appointment" | "order" | "product" | "route";
  title: string;
  lines?: string[];
  url?: string;
  ics?: string;
}

interface Message {
  /** A number in between is only a place on screen; none is known of what is still on its way. */
  id: number | null;
  from: "customer" | "bot" | "staff";
  name: string;
  text: string;
  buttons?: Choice[];
  card?: Card | null;
  client_id?: string;
  /** What the customer thought of it before. */
  helpful?: boolean;
  at: string;
}

/** What the customer said and the shop may not have yet. */
interface Outgoing {
  clientId: string;
  text: string;
  choice?: string;
}

type State = "bot" | "waiting" | "staff" | "closed";
type Turn = "begun" | "restarted" | "gone" | "erased";

/** What the conversation tells the window. */
interface Listener {
  /** History was said before, and is not news. */
  onMessages(messages: Message[], history: boolean): void;
  onSending(outgoing: Outgoing): void;
  onSent(outgoing: Outgoing, answers: Message[]): void;
  /** Stored, but answered later. */
  onDelayed(sentence: string): void;
  /** It stays in the outbox, and goes by itself when it can. */
  onHeld(outgoing: Outgoing, sentence: string, seconds: number): void;
  /** Sending it again is no use. */
  onRefused(outgoing: Outgoing, sentence: string): void;
  onState(state: State): void;
  /** For the bot's answer. */
  onWaiting(waiting: boolean): void;
  onTyping(typing: { from: string; name: string }): void;
  onLine(up: boolean): void;
  onTurn(why: Turn): void;
}

interface Names {
  bot: string;
  shop: string;
  days: number;
}

type Labels = ReturnType<typeof import("./labels.js").labelsFor>;

/** What `new ChatWindow()` is given by the launcher. */
interface WindowOptions {
  root: ShadowRoot;
  /** Of the chat API. */
  origin: string;
  names: Names;
  /** The labels in the language of the page, where it is not Dutch. */
  translated?: (names: Names) => Partial<Labels>;
  onClose(): void;
  /** Messages that came while it was closed. */
  onUnread(count: number): void;
}

interface LogHandlers {
  origin: string;
  labels: Labels;
  onChoice(choice: Choice, event: MouseEvent): void;
  onJudge(message: number, helpful: boolean): Promise<unknown>;
  onResend(): void;
  onTrouble(sentence?: string): void;
}
