/** Every word of the chat window's own. What the bot says comes from the shop's machine. */

/** @typedef {{bot: string, shop: string, days: number}} Names */
/** @typedef {ReturnType<typeof labelsFor>} Labels */

export function labelsFor(/** @type {Names} */ { bot, shop, days }) {
  return {
    title: `${bot}, chatbot van ${shop}`,
    log: "Gesprek",
    privacy:
      `Je praat met een chatbot. We bewaren dit gesprek ${days} dagen, alleen de winkel leest ` +
      "het. Wissen kan altijd, in het menu. Typ liever geen BSN of rekeningnummer.",
    person: "Praat met een medewerker",
    minimise: "Minimaliseer de chat",
    menu: "Menu",
    input: "Je bericht",
    placeholder: "Stel je vraag",
    send: "Verstuur",
    you: "Jij",
    botTag: "chatbot",
    staffTag: "medewerker",
    quickReplies: "Snelle antwoorden",
    newer: "Nieuwe berichten",
    today: "Vandaag",
    yesterday: "Gisteren",

    starting: "Het gesprek wordt geopend",
    lookingUp: `${bot} zoekt het even op`,
    typing: (/** @type {string} */ name) => `${name} typt`,
    withNobodyYet: "Je vraag ligt bij een medewerker",
    withStaff: "Je praat nu met een medewerker",
    closed: "Dit gesprek is afgerond. Heb je nog iets, typ dan gerust verder.",

    offline: "Geen verbinding. Wat je typt, blijft staan. Zodra het kan gaan we verder.",
    cannotStart: "De chat krijgt geen verbinding met de winkel.",
    tryAgain: "Probeer het opnieuw",
    notSent: "Je bericht is niet verstuurd.",
    resend: "Opnieuw sturen",
    restarted: "Je vorige gesprek is er niet meer. Geen probleem, we beginnen opnieuw.",
    gone: "Dit gesprek is er niet meer. Typ gerust verder, dan beginnen we een nieuw gesprek.",
    tooLong: (/** @type {number} */ over) =>
      over === 1 ? "1 teken te veel" : `${over} tekens te veel`,

    erase: "Wis dit gesprek",
    eraseQuestion: "Wil je dit gesprek wissen? Het is dan weg, hier en bij ons.",
    eraseYes: "Ja, wis het",
    eraseNo: "Nee, laat staan",
    erased: "Het gesprek is gewist. Typ gerust iets, dan beginnen we een nieuw gesprek.",
    eraseFailed: "Het wissen lukte niet. Probeer het zo nog eens.",

    helped: "Dit hielp",
    helpedNot: "Dit hielp niet",
    feedbackThanks: "Dank je, zo leren we.",
    feedback: "Oordeel over dit antwoord",

    calendar: "Zet in je agenda",
    cardLink: {
      appointment: "Route naar de winkel",
      route: "Open de route",
      order: "Bekijk je bestelling",
      product: "Bekijk dit product",
    },
  };
}
