// Learns from messages and ranks the intents of others: JSON from standard input, JSON to standard output.
// In: {"learn": [{"text", "intent"}], "ask": [text]}.
// Out: {"seconds": of learning, "answers": [{"ranking": [{"intent", "confidence"}], "milliseconds"}]}.
const { containerBootstrap } = require('@nlpjs/core');
const { Nlp } = require('@nlpjs/nlp');
const { LangNl } = require('@nlpjs/lang-nl');

const LANGUAGE = 'nl';
const RANKED = 3;

async function learned(examples) {
  const container = await containerBootstrap();
  container.use(Nlp);
  container.use(LangNl);
  const nlp = container.get('nlp');
  nlp.settings.autoSave = false;
  // Its own "None" would hide the ranking below; our bench asks back by a threshold of its own.
  nlp.settings.threshold = 0;
  nlp.addLanguage(LANGUAGE);
  for (const { text, intent } of examples) nlp.addDocument(LANGUAGE, text, intent);
  // It logs every epoch on standard output, which is for the answers.
  const log = console.log;
  console.log = () => {};
  await nlp.train();
  console.log = log;
  return nlp;
}

async function ranked(nlp, text) {
  const begun = performance.now();
  const { classifications } = await nlp.process(LANGUAGE, text);
  const milliseconds = performance.now() - begun;
  const ranking = classifications.slice(0, RANKED).map(({ intent, score }) => ({ intent, confidence: score }));
  return { ranking, milliseconds };
}

async function main() {
  const { learn, ask } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
  const begun = performance.now();
  const nlp = await learned(learn);
  const seconds = (performance.now() - begun) / 1000;
  const answers = [];
  for (const text of ask) answers.push(await ranked(nlp, text));
  process.stdout.write(JSON.stringify({ seconds, answers }));
}

main();
