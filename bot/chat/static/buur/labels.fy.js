/** The window's own words in West Frisian. The bot speaks Dutch, and the window says so. */
export function labelsFor(/** @type {Names} */ { bot, shop, days }) {
  return {
    title: `${bot}, chatbot fan ${shop}`,
    log: "Petear",
    privacy:
      `Do praatst mei in chatbot. Dy praat Nederlânsk. Wy bewarje dit petear ${days} dagen, ` +
      "allinnich de winkel lêst it. Wiskje kin altyd, yn it menu. Typ leaver gjin BSN of " +
      "rekkennûmer.",
    person: "Praat mei in meiwurker",
    minimise: "Meitsje de chat lyts",
    menu: "Menu",
    input: "Dyn berjocht",
    placeholder: "Stel dyn fraach, yn it Nederlânsk",
    send: "Ferstjoer",
    you: "Do",
    botTag: "chatbot",
    staffTag: "meiwurker",
    quickReplies: "Flugge antwurden",
    earlier: "Eardere berjochten",
    newer: "Lês fierder",
    today: "Hjoed",
    yesterday: "Juster",

    lookingUp: `${bot} siket it efkes op`,
    typing: (/** @type {string} */ name) => `${name} typt`,
    withNobodyYet: "Dyn fraach leit by in meiwurker",
    withStaff: "Do praatst no mei in meiwurker",
    closed: "Dit petear is ôfrûn. Hast noch wat, typ dan rêstich fierder.",

    offline: "Gjin ferbining. Watst typst, bliuwt stean. Sadree't it kin, geane wy fierder.",
    cannotStart: "De chat kriget gjin ferbining mei de winkel.",
    tryAgain: "Besykje it nochris",
    held: "Noch net ferstjoerd.",
    resend: "No ferstjoere",
    restarted: "Dyn foarige petear is der net mear. Gjin probleem, wy begjinne opnij.",
    gone: "Dit petear is der net mear. Typ rêstich fierder, dan begjinne wy in nij petear.",
    tooLong: (/** @type {number} */ over) =>
      over === 1 ? "1 teken tefolle" : `${over} tekens tefolle`,

    soundOn: "Set lûd oan",
    soundOff: "Set lûd út",
    erase: "Wiskje dit petear",
    eraseQuestion: "Wolst dit petear wiskje? It is dan fuort, hjir en by ús.",
    eraseYes: "Ja, wiskje it",
    eraseNo: "Nee, lit stean",
    erased: "It petear is wiske. Typ rêstich wat, dan begjinne wy in nij petear.",
    eraseFailed: "It wiskjen slagge net. Besykje it aansen nochris.",

    helped: "Dit holp",
    helpedNot: "Dit holp net",
    thanks: "Tige tank, sa leare wy.",
    feedback: "Oardiel oer dit antwurd",

    calendar: "Set yn dyn aginda",
    calendarFile: "ofspraak.ics",
    cards: {
      appointment: ["Ofspraak", "Rûte nei de winkel"],
      route: ["Rûte", "Iepenje de rûte"],
      order: ["Bestelling", "Besjoch dyn bestelling"],
      product: ["Produkt", "Besjoch dit produkt"],
    },
  };
}
