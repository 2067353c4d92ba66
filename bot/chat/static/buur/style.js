export const STYLE = `
:host {
  --paper: #fbfcfb; --ground: #eef3f1; --ink: #14231d; --soft: #4d5f57; --line: #cdd8d3;
  --control: #6f8279; --bubble: #fff; --alarm: #8f2412;
}
* { box-sizing: border-box; }
.panel {
  all: initial; container-type: size; position: fixed; right: 1em;
  bottom: calc(1em + env(safe-area-inset-bottom)); display: flex; flex-direction: column;
  box-sizing: border-box; width: min(24em, 100vw - 2em); height: min(38em, 100dvh - 2em);
  overflow: hidden; border: 1px solid var(--line); border-radius: 14px; background: var(--ground);
  color: var(--ink); font: 400 max(16px, 1rem)/1.45 system-ui, sans-serif;
  box-shadow: 0 .6em 2.4em rgb(0 0 0 / .26); animation: rise .18s ease-out;
}
@keyframes rise { from { opacity: 0; transform: translateY(.6em); } }
p, h2, h3 { margin: 0; font-size: 1em; }
button, textarea { font: inherit; color: inherit; letter-spacing: inherit; }
button { cursor: pointer; }
:is(button:enabled, .links a):hover { box-shadow: inset 0 0 0 2px; }
:is(button, a, textarea, .log):focus-visible { outline: 3px solid var(--ring); outline-offset: 2px; }
.log:focus-visible { outline-offset: -3px; }

.header {
  display: flex; align-items: center; gap: .15em; padding: .5em .4em .5em 1em;
  background: var(--accent); color: var(--on-accent);
}
h2 { flex: 1; min-width: 0; text-wrap: balance; font-weight: 650; line-height: 1.25; }
.plain { flex: none; width: 2.75em; height: 2.75em; padding: .6em; border: 0; border-radius: 10px; background: none; }
svg { display: block; width: 100%; height: 100%; }
.header button:focus-visible { outline-color: var(--on-accent); outline-offset: -4px; }

.aid {
  display: flex; flex-wrap: wrap; align-items: center; justify-content: flex-end;
  gap: .1em .75em; padding: .2em 1em; border-bottom: 1px solid var(--line); background: var(--paper);
}
.state { flex: 1 1 9em; font-size: .875em; color: var(--soft); }
.person {
  flex: none; min-height: 2.25em; padding: 0; border: 0; background: none; font-weight: 600;
  text-decoration: underline; text-underline-offset: .2em; text-decoration-thickness: 1px;
}
.person:disabled { color: var(--soft); font-weight: 400; text-decoration: none; cursor: default; }

.menu {
  max-height: 60%; padding: .6em 1em; overflow: auto; border-bottom: 1px solid var(--line);
  background: var(--paper);
}
.menu p:not(:empty) { margin-bottom: .5em; }
.menu button, .remedy, .earlier, .why button, .links a {
  min-height: 2.5em; margin: .2em .4em .2em 0; padding: .35em .85em; border: 1px solid var(--control);
  border-radius: 8px; background: var(--bubble);
}
.menu .danger { border-color: var(--alarm); background: var(--alarm); color: #fff; }

.middle { position: relative; display: flex; flex: 1; min-height: 0; overflow: hidden; }
.log { flex: 1; min-width: 0; padding: .9em 1em 1em; overflow: hidden auto; overscroll-behavior: contain; }
:is(.privacy, .day, .sender, .kind, .judgement span) { font-size: .8125em; color: var(--soft); }
.privacy { margin-bottom: .5em; }
.earlier { display: block; margin: 0 auto; }
.day { margin: 1em 0 .25em; text-align: center; }

.message { position: relative; max-width: min(88%, 34em); margin-top: .9em; }
.message.continued { margin-top: .25em; }
.message.customer { width: fit-content; margin-left: auto; }
.sender { margin: 0 .1em .2em; }
.customer .sender { text-align: end; }
.continued .sender, .aside {
  position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap;
}
.text {
  width: fit-content; padding: .55em .8em; border: 1px solid var(--line); border-radius: 4px 14px 14px;
  background: var(--bubble); white-space: pre-wrap; overflow-wrap: anywhere;
}
.customer .text {
  margin-left: auto; border-color: transparent; border-radius: 14px 4px 14px 14px;
  background: var(--accent); color: var(--on-accent);
}
.continued .text { border-radius: 14px !important; }
.staff .text { border-left: 3px solid var(--accent); }
.sending .text { opacity: .75; }
:is(.sending, .held) time { visibility: hidden; }
a { color: inherit; text-underline-offset: .15em; }
a[href^="tel:"] { white-space: nowrap; }
.why { margin-top: .35em; font-size: .875em; text-align: end; color: var(--soft); }
.why button { color: var(--ink); }

.replies { display: flex; flex-wrap: wrap; gap: .4em; margin-top: .45em; }
.replies button {
  min-height: 2.5em; padding: .4em .9em; border: 1.5px solid var(--control); border-radius: 1.4em;
  background: none; text-align: start; overflow-wrap: anywhere;
}
.replies button:disabled { border-color: var(--line); color: var(--soft); cursor: default; }
.replies .chosen:disabled { border-color: var(--control); background: var(--bubble); color: var(--ink); }

.card {
  margin-top: .4em; padding: .75em .9em; border: 1px solid var(--line); border-radius: 10px;
  background: var(--bubble); overflow-wrap: anywhere;
}
h3 { margin-bottom: .2em; font-size: 1.0625em; font-weight: 650; line-height: 1.3; }
.links { display: flex; flex-wrap: wrap; margin-top: .4em; }
.links a { display: flex; align-items: center; }
.links:empty { display: none; }

.judgement { display: flex; align-items: center; gap: .15em; margin-top: .2em; color: var(--soft); }
.judgement button {
  width: 2.25em; height: 2.25em; padding: .5em; border: 0; border-radius: 50%; background: none;
}
.judgement button:nth-of-type(2) svg { rotate: 180deg; }
.judgement [aria-pressed=true] { background: var(--bubble); color: var(--ink); }
[aria-pressed=true] path { fill: var(--line); }

.newer {
  position: absolute; bottom: .6em; left: 50%; min-height: 2.5em; padding: .3em 1em;
  border: 1px solid var(--control); border-radius: 1.25em; background: var(--bubble);
  translate: -50%; font-size: .875em; white-space: nowrap;
}
.notices { padding: 0 1em; font-size: .875em; }
.notices p:not(:empty) { padding: .25em 0 .4em; }
.busy { color: var(--soft); }
.dots { display: inline-flex; gap: .2em; margin-left: .4em; }
.dots i { width: .3em; height: .3em; border-radius: 50%; background: currentColor; animation: blink 1.2s infinite; }
.dots i + i { animation-delay: .3s; }
@keyframes blink { 50% { opacity: .25; } }

.composer {
  display: flex; flex-wrap: wrap; align-items: flex-end; gap: .5em; padding: .6em .75em;
  padding-bottom: max(.6em, env(safe-area-inset-bottom)); border-top: 1px solid var(--line);
  background: var(--paper);
}
textarea {
  flex: 1; min-width: 0; min-height: 2.75em; max-height: 8.5em; padding: .6em .8em;
  border: 1.5px solid var(--control); border-radius: 10px; background: var(--bubble);
  line-height: 1.35; resize: none;
}
textarea::placeholder { color: var(--soft); opacity: 1; }
textarea:focus-visible { outline-offset: 0; }
.send {
  flex: none; width: 2.75em; height: 2.75em; padding: .6em; border: 0; border-radius: 10px;
  background: var(--accent); color: var(--on-accent);
}
.too-long { flex-basis: 100%; font-size: .875em; color: var(--alarm); }
.too-long:empty { display: none; }

@media (max-width: 480px), (max-height: 430px) {
  .panel {
    inset: var(--above, 0px) 0 auto; width: 100%; height: var(--seen, 100dvh); border: 0;
    border-radius: 0;
  }
  .header { padding-top: max(.4em, env(safe-area-inset-top)); }
}
@container (max-height: 26em) {
  .header { padding-block: .15em; }
  .composer { padding-block: .3em; }
  .plain { height: 2.25em; padding: .4em; }
  .aid { padding-block: 0; }
  textarea { max-height: 4.4em; }
}
@media (prefers-color-scheme: dark) {
  :host {
    --paper: #17211d; --ground: #101814; --ink: #e9f0ec; --soft: #a9bab2; --line: #33443c;
    --control: #7f948a; --bubble: #1f2b26; --alarm: #ffb4a3;
  }
  .customer .text, .header { box-shadow: inset 0 0 0 1px rgb(255 255 255 / .14); }
  .menu .danger { color: #2b0a04; }
}
@media (forced-colors: active) {
  [aria-pressed=true] path { fill: currentColor; }
}
@media (prefers-reduced-motion: reduce) {
  .panel, .dots i { animation: none; }
}
`;
