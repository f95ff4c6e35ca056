// Everything the page says, in the language it speaks now.

const block = JSON.parse(document.getElementById("words").textContent);
const told = new WeakMap(); // element -> what its words were made with
const listeners = [];
let language = block.language;

export const settings = {
  exitTo: block.exit_to,
  fileLimit: block.file_limit,
  demo: block.demo,
  framed: window.parent !== window,
};

const clockZone = block.zone ? { timeZone: block.zone } : {}; // the reader's own, but in the demo

export const spoken = () => language;

export function phrase(id, values = {}) {
  // In one go, so that words people wrote are never searched for places.
  return block.words[language][id].replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}

// Lets an element say a text, and say it again when the language changes.
export function write(element, id, values = {}) {
  element.dataset.word = id;
  told.set(element, values);
  const text = phrase(id, values);
  if (element.textContent !== text) element.textContent = text;
  return element;
}

// Like `write`, for what is read aloud instead of shown.
export function label(element, id, values = {}) {
  element.dataset.label = id;
  told.set(element, values);
  element.setAttribute(element.tagName === "IMG" ? "alt" : "aria-label", phrase(id, values));
  return element;
}

export function silence(element) {
  delete element.dataset.word;
  element.textContent = "";
}

export function speak(next) {
  if (!block.words[next] || next === language) return;
  language = next;
  document.documentElement.lang = next;
  for (const element of document.querySelectorAll("[data-word]")) {
    write(element, element.dataset.word, told.get(element));
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    label(element, element.dataset.label, told.get(element));
  }
  for (const listener of listeners) listener(next);
}

export const onLanguage = (listener) => listeners.push(listener);

export function excerpt(text) {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

export function sizeInWords(bytes) {
  const million = bytes >= 1_000_000;
  const number = million ? bytes / 1_000_000 : Math.max(1, bytes / 1000);
  const shown = number.toLocaleString(language, { maximumFractionDigits: million ? 1 : 0 });
  return `${shown} ${million ? "MB" : "kB"}`;
}

export function timeInWords(date) {
  const clock = { hour: "2-digit", minute: "2-digit", ...clockZone };
  const dayOf = (moment) => moment.toLocaleDateString("en", clockZone);
  const today = dayOf(date) === dayOf(new Date());
  const day = today ? {} : { day: "numeric", month: "short" };
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { ...day, ...clock }).format(date);
}

export const zoneHere = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

// What this device's clock shows at a time told as "2030-01-08T19:00+01:00"; null if it shows the same.
export function timeHere(told) {
  const moment = new Date(told);
  const wall = new Intl.DateTimeFormat("sv-SE", {
    year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", ...clockZone,
  });
  if (wall.format(moment).replace(" ", "T") === told.slice(0, 16)) return null;
  const shown = { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" };
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { ...shown, ...clockZone }).format(moment);
}
