// Drawing attention without a name: unread in the title, a soft sound for those who want it.

import { byId } from "./elements.js";
import { keep, kept } from "./keeping.js";
import { write } from "./words.js";

const VOLUME = 0.06;
const title = document.title;
let unread = 0;
let sounding = kept("sound") === true;
let audio = null;

function showSound() {
  byId("sound").setAttribute("aria-pressed", String(sounding));
  write(byId("sound-state"), sounding ? "web-on" : "web-off");
}

function showUnread() {
  document.title = unread ? `(${unread}) ${title}` : title;
  // On somebody's own page the button that opens us tells it.
  if (parent !== window) parent.postMessage({ peerbot: "unread", count: unread }, "*");
}

// Two notes that swell and fade, like a small bell far away.
function chime() {
  audio ??= new AudioContext();
  audio.resume();
  for (const [pitch, after] of [[523.25, 0], [659.25, 0.16]]) {
    const tone = audio.createOscillator();
    const loudness = audio.createGain();
    const start = audio.currentTime + after;
    tone.frequency.value = pitch;
    loudness.gain.setValueAtTime(0, start);
    loudness.gain.linearRampToValueAtTime(VOLUME, start + 0.03);
    loudness.gain.exponentialRampToValueAtTime(0.0001, start + 0.7);
    tone.connect(loudness).connect(audio.destination);
    tone.start(start);
    tone.stop(start + 0.75);
  }
}

const away = () => document.hidden || (parent !== window && !document.hasFocus());

export function attend() {
  showSound();
  byId("sound").addEventListener("click", () => {
    sounding = !sounding;
    keep("sound", sounding || null);
    showSound();
    if (sounding) chime(); // so that one knows what to expect
  });
  document.addEventListener("visibilitychange", () => document.hidden || allRead());
  addEventListener("focus", allRead);
}

export function allRead() {
  if (!unread) return;
  unread = 0;
  showUnread();
}

export function somethingNew() {
  if (sounding) chime();
  if (!away()) return;
  unread += 1;
  showUnread();
}
