/** The window's own words in English. The bot speaks Dutch, and the window says so. */
export function labelsFor(/** @type {Names} */ { bot, shop, days }) {
  return {
    title: `${bot}, chatbot of ${shop}`,
    log: "Conversation",
    privacy:
      `You are talking to a chatbot. It speaks Dutch. We keep this conversation for ${days} days ` +
      "and only the shop reads it. You can delete it at any time, in the menu. Please do not " +
      "type your BSN or bank account number.",
    person: "Talk to a person",
    minimise: "Minimise the chat",
    menu: "Menu",
    input: "Your message",
    placeholder: "Ask your question, in Dutch",
    send: "Send",
    you: "You",
    botTag: "chatbot",
    staffTag: "staff",
    quickReplies: "Quick replies",
    earlier: "Earlier messages",
    newer: "Read on",
    today: "Today",
    yesterday: "Yesterday",

    lookingUp: `${bot} is looking it up`,
    typing: (/** @type {string} */ name) => `${name} is typing`,
    withNobodyYet: "Your question is waiting for a person",
    withStaff: "You are now talking to a person",
    closed: "This conversation is finished. If there is anything else, just type on.",

    offline: "No connection. What you type stays here. We go on as soon as we can.",
    cannotStart: "The chat cannot reach the shop.",
    tryAgain: "Try again",
    held: "Not sent yet.",
    resend: "Send now",
    resendsIn: (/** @type {number} */ seconds) =>
      seconds === 1 ? "It goes by itself in 1 second." : `It goes by itself in ${seconds} seconds.`,
    failed: "That did not work. Try again in a moment, or call or mail the shop.",
    restarted: "Your last conversation is no longer here. No problem, we start again.",
    gone: "This conversation is no longer here. Just type on, and we start a new one.",
    tooLong: (/** @type {number} */ over) =>
      over === 1 ? "1 character too many" : `${over} characters too many`,

    soundOn: "Turn sound on",
    soundOff: "Turn sound off",
    erase: "Delete this conversation",
    eraseQuestion: "Do you want to delete this conversation? It will be gone, here and with us.",
    eraseYes: "Yes, delete it",
    eraseNo: "No, keep it",
    erased: "The conversation is deleted. Type anything to start a new one.",
    eraseFailed: "Deleting did not work. Please try again in a moment.",

    helped: "This helped",
    helpedNot: "This did not help",
    thanks: "Thank you, that is how we learn.",
    feedback: "Your opinion of this answer",

    calendar: "Add to your calendar",
    calendarFile: "appointment.ics",
    cards: {
      appointment: ["Appointment", "Route to the shop"],
      route: ["Route", "Open the route"],
      order: ["Order", "See your order"],
      product: ["Product", "See this product"],
    },
  };
}
