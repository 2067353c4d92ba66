/** Used as a constructed stylesheet, which no Content-Security-Policy stands in the way of. */
export const STYLE = `
:host {
  --paper: #fbfcfb; --ground: #eef3f1; --ink: #14231d; --soft: #4d5f57; --line: #cdd8d3;
  --control: #6f8279; --bubble: #fff; --alarm: #8f2412;
}
* { box-sizing: border-box; }
.panel {
  position: fixed; right: 1rem; bottom: calc(1rem + env(safe-area-inset-bottom));
  display: flex; flex-direction: column; width: 380px; height: 600px;
  max-height: calc(100dvh - 2rem); overflow: hidden; border: 1px solid var(--line);
  border-radius: 14px; background: var(--ground); color: var(--ink);
  font: 400 1rem/1.45 system-ui, sans-serif; text-align: start; letter-spacing: normal;
  box-shadow: 0 .6rem 2.4rem rgb(0 0 0 / .26); animation: rise .18s ease-out;
}
@keyframes rise { from { opacity: 0; transform: translateY(.6rem); } }
p, h2, h3 { margin: 0; }
button, textarea { font: inherit; color: inherit; letter-spacing: inherit; }
button { cursor: pointer; }
:is(button, a, textarea, .log):focus-visible { outline: 3px solid var(--ring); outline-offset: 2px; }
.log:focus-visible { outline-offset: -3px; }

header {
  display: flex; align-items: center; gap: .15rem; padding: .5rem .4rem .5rem 1rem;
  background: var(--accent); color: var(--on-accent);
}
h2 { flex: 1; min-width: 0; text-wrap: balance; font-size: 1rem; font-weight: 650; line-height: 1.25; }
.plain { width: 2.75rem; height: 2.75rem; padding: .6rem; border: 0; border-radius: 10px; background: none; }
.plain:hover { background: rgb(128 128 128 / .28); }
.plain svg, .send svg { display: block; width: 100%; height: 100%; }
header button:focus-visible { outline-color: var(--on-accent); outline-offset: -4px; }

.aid {
  display: flex; flex-wrap: wrap; align-items: center; justify-content: flex-end;
  gap: .1rem .75rem; padding: .2rem 1rem; border-bottom: 1px solid var(--line); background: var(--paper);
}
.state { flex: 1 1 9rem; font-size: .875rem; color: var(--soft); }
.person {
  flex: none; min-height: 2.25rem; padding: 0; border: 0; background: none; font-size: .9375rem;
  font-weight: 600; text-decoration: underline; text-underline-offset: .2em;
  text-decoration-thickness: 1px;
}
.person:hover { text-decoration-thickness: 2px; }
.person:disabled { color: var(--soft); font-weight: 400; text-decoration: none; cursor: default; }

.menu { padding: .6rem 1rem; border-bottom: 1px solid var(--line); background: var(--paper); }
.menu p:not(:empty) { margin-bottom: .5rem; }
.menu button, .remedy, .failure button, .judgement button {
  min-height: 2.5rem; padding: .35rem .85rem; border: 1px solid var(--control); border-radius: 8px;
  background: var(--bubble);
}
.menu .danger { margin-right: .5rem; border-color: var(--alarm); background: var(--alarm); color: #fff; }

.middle { position: relative; display: flex; flex: 1; min-height: 0; }
.log { flex: 1; min-width: 0; padding: .9rem 1rem 1rem; overflow: hidden auto; overscroll-behavior: contain; }
.privacy { margin-bottom: .5rem; font-size: .8125rem; line-height: 1.45; color: var(--soft); }
.day { margin: 1rem 0 .25rem; font-size: .8125rem; text-align: center; color: var(--soft); }
.day::first-letter { text-transform: uppercase; }

.message { max-width: 88%; margin-top: .9rem; }
.message.continued { margin-top: .25rem; }
.message.customer { width: fit-content; margin-left: auto; }
.sender { margin: 0 .1rem .2rem; font-size: .8125rem; color: var(--soft); }
.customer .sender { text-align: end; }
.continued .sender, .aside {
  position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap;
}
.message { position: relative; }
.text {
  width: fit-content; padding: .55rem .8rem; border: 1px solid var(--line); border-radius: 4px 14px 14px;
  background: var(--bubble); white-space: pre-wrap; overflow-wrap: anywhere;
}
.continued .text { border-radius: 14px; }
.customer .text {
  margin-left: auto; border-color: transparent; border-radius: 14px 4px 14px 14px;
  background: var(--accent); color: var(--on-accent);
}
.customer.continued .text { border-radius: 14px; }
.staff .text { border-inline-start: 3px solid var(--accent); }
.sending .text { opacity: .75; }
:is(.sending, .failed) time { visibility: hidden; }
a[href^="tel:"] { white-space: nowrap; }
.text a, .card a { color: inherit; text-underline-offset: .15em; }
.failure { margin-top: .35rem; font-size: .875rem; text-align: end; color: var(--alarm); }
.failure button { margin-top: .25rem; color: var(--ink); }

.replies { display: flex; flex-wrap: wrap; gap: .4rem; margin-top: .45rem; }
.replies button {
  min-height: 2.5rem; padding: .4rem .9rem; border: 1.5px solid var(--control); border-radius: 1.4rem;
  background: none; text-align: start; overflow-wrap: anywhere;
}
.replies button:hover:enabled { border-color: var(--ink); background: var(--bubble); }
.replies button:disabled { border-color: var(--line); color: var(--soft); cursor: default; }
.replies .chosen:disabled { border-color: var(--control); background: var(--bubble); color: var(--ink); }

.card {
  margin-top: .4rem; padding: .75rem .9rem; border: 1px solid var(--line); border-radius: 10px;
  background: var(--bubble); overflow-wrap: anywhere;
}
h3 { margin-bottom: .2rem; font-size: 1rem; font-weight: 650; line-height: 1.3; }
.card .links { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .6rem; }
.card .links a {
  display: inline-flex; align-items: center; min-height: 2.5rem; padding: .3rem .85rem;
  border: 1px solid var(--control); border-radius: 8px; text-decoration: none;
}
.card .links a:hover { text-decoration: underline; }

.judgement { display: flex; gap: .4rem; margin-top: .35rem; font-size: .8125rem; color: var(--soft); }
.judgement button {
  min-height: 1.75rem; padding: .1rem .4rem; border: 0; background: none; text-decoration: underline;
  text-underline-offset: .2em;
}

.newer {
  position: absolute; bottom: .6rem; left: 50%; min-height: 2.25rem; padding: .3rem 1rem;
  border: 1px solid var(--control); border-radius: 1.2rem; background: var(--bubble);
  translate: -50%; font-size: .875rem; white-space: nowrap;
}
.notices { padding: 0 1rem; font-size: .875rem; color: var(--soft); }
.notices p:not(:empty) { padding: .25rem 0 .4rem; }
.notices .trouble { color: var(--ink); }
.remedy { display: inline-block; margin: .25rem 0; }
.dots { display: inline-flex; gap: .2rem; margin-left: .4rem; }
.dots i { width: .3rem; height: .3rem; border-radius: 50%; background: currentColor; animation: blink 1.2s infinite; }
.dots i:nth-child(2) { animation-delay: .2s; }
.dots i:nth-child(3) { animation-delay: .4s; }
@keyframes blink { 50% { opacity: .25; } }

.composer {
  display: flex; flex-wrap: wrap; align-items: flex-end; gap: .5rem; padding: .6rem .75rem;
  padding-bottom: max(.6rem, env(safe-area-inset-bottom)); border-top: 1px solid var(--line);
  background: var(--paper);
}
textarea {
  flex: 1; min-width: 0; min-height: 2.75rem; max-height: 8.5rem; padding: .6rem .8rem;
  border: 1.5px solid var(--control); border-radius: 10px; background: var(--bubble);
  font-size: max(16px, 1rem); line-height: 1.35; resize: none;
}
textarea::placeholder { color: var(--soft); opacity: 1; }
textarea:focus-visible { outline-offset: 0; }
.send {
  flex: none; width: 2.75rem; height: 2.75rem; padding: .6rem; border: 0; border-radius: 10px;
  background: var(--accent); color: var(--on-accent);
}
.send:hover { filter: brightness(1.15); }
.too-long { flex-basis: 100%; font-size: .875rem; color: var(--alarm); }
.too-long:empty { display: none; }

@media (max-width: 480px), (max-height: 430px) {
  .panel {
    inset: var(--above, 0px) 0 auto; width: 100%; height: var(--seen, 100dvh); max-height: none;
    border: 0; border-radius: 0;
  }
  header { padding-top: max(.4rem, env(safe-area-inset-top)); }
}
@media (prefers-color-scheme: dark) {
  :host {
    --paper: #17211d; --ground: #101814; --ink: #e9f0ec; --soft: #a9bab2; --line: #33443c;
    --control: #7f948a; --bubble: #1f2b26; --alarm: #ffb4a3;
  }
  .customer .text, header { box-shadow: inset 0 0 0 1px rgb(255 255 255 / .14); }
  .menu .danger { color: #2b0a04; }
}
@media (prefers-reduced-motion: reduce) {
  .panel, .dots i { animation: none; }
}
@media (forced-colors: active) {
  .panel, .text, .card { border-color: CanvasText; }
}
`;
