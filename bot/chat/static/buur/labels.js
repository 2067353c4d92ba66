/** Every word of the chat window's own. What the bot says comes from the shop's machine. */
export function labelsFor({ bot, shop, days }) {
  return {
    title: `${bot}, chatbot van ${shop}`,
    log: "Gesprek",
    privacy:
      `Je praat met een chatbot. We bewaren dit gesprek ${days} dagen, alleen de winkel leest ` +
      "het. Verwijderen kan altijd, in het menu. Typ liever geen BSN of rekeningnummer.",
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
    earlier: "Eerdere berichten",
    newer: "Lees verder",
    today: "Vandaag",
    yesterday: "Gisteren",

    lookingUp: `${bot} zoekt het even op`,
    typing: (name) => `${name} typt`,
    withNobodyYet: "Je vraag ligt bij een medewerker",
    withStaff: "Je praat nu met een medewerker",
    closed: "Dit gesprek is afgerond. Heb je nog iets, typ dan gerust verder.",

    offline: "Geen verbinding. Wat je typt, blijft staan. Zodra het kan gaan we verder.",
    cannotStart: "De chat krijgt geen verbinding met de winkel.",
    tryAgain: "Probeer het opnieuw",
    held: "Nog niet verstuurd.",
    resend: "Nu versturen",
    resendsIn: (seconds) =>
      seconds === 1 ? "Over 1 seconde gaat het vanzelf." : `Over ${seconds} seconden gaat het vanzelf.`,
    failed: "Dat lukte niet. Probeer het zo nog eens, of bel of mail de winkel.",
    restarted: "Je vorige gesprek is er niet meer. Geen probleem, we beginnen opnieuw.",
    gone: "Dit gesprek is er niet meer. Typ gerust verder, dan beginnen we een nieuw gesprek.",
    tooLong: (over) =>
      over === 1 ? "1 teken te veel" : `${over} tekens te veel`,

    soundOn: "Zet geluid aan",
    soundOff: "Zet geluid uit",
    erase: "Verwijder dit gesprek",
    eraseQuestion: "Wil je dit gesprek verwijderen? Het is dan weg, hier en bij ons.",
    eraseYes: "Ja, verwijder het",
    eraseNo: "Nee, laat staan",
    erased: "Het gesprek is verwijderd. Typ gerust iets, dan beginnen we een nieuw gesprek.",
    eraseFailed: "Het verwijderen lukte niet. Probeer het zo nog eens.",

    helped: "Dit hielp",
    helpedNot: "Dit hielp niet",
    thanks: "Dank je, zo leren we.",
    feedback: "Oordeel over dit antwoord",

    calendar: "Zet in je agenda",
    calendarFile: "afspraak.ics",
    cards: {
      appointment: ["Afspraak", "Route naar de winkel"],
      route: ["Route", "Open de route"],
      order: ["Bestelling", "Bekijk je bestelling"],
      product: ["Product", "Bekijk dit product"],
    },
  };
}
