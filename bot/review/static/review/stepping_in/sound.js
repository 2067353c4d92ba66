/** The bell's own sound, made here: three falling tones, as of a shop door. */
import { kept } from "./keeping.js";

const TONES = [1175, 988, 784];
let audio;

export function ring() {
  if (!kept("geluid")) return;
  audio ??= new AudioContext();
  if (audio.state === "running") return sound();
  // Browsers let a page sound only after a click on it.
  const wake = () => audio.resume().then(sound);
  wake();
  for (const act of ["pointerdown", "keydown"]) {
    addEventListener(act, () => audio.state === "running" || wake(), { once: true });
  }
}

function sound() {
  TONES.forEach((frequency, place) => {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    const start = audio.currentTime + place * 0.22;
    tone.type = "triangle";
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.12, start + 0.01);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.9);
    tone.connect(volume).connect(audio.destination);
    tone.start(start);
    tone.stop(start + 0.9);
  });
}
