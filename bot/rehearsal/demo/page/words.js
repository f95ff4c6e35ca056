// Everything the demo's page says, in the language it speaks now.

const block = JSON.parse(document.getElementById("block").textContent);
let language = block.language;

export const spoken = () => language;

export const other = () => (language === "da" ? "en" : "da");

export function phrase(name, values = {}) {
  return block.words[language][name].replace(/\{(\w+)\}/g, (place, word) => values[word] ?? place);
}

// What stands between two pairs of stars is to be typed, and shown so.
export function phraseIn(element, name) {
  const parts = phrase(name).split("**");
  element.replaceChildren(
    ...parts.map((part, at) => (at % 2 ? make("kbd", {}, part) : document.createTextNode(part))),
  );
}

export function timeOf(moment) {
  const shown = { weekday: "long", hour: "2-digit", minute: "2-digit", timeZone: block.zone };
  const words = new Intl.DateTimeFormat(language === "da" ? "da" : "en-GB", shown).format(new Date(moment));
  return words[0].toUpperCase() + words.slice(1);
}

export function clockOf(moment) {
  const shown = { hour: "2-digit", minute: "2-digit", timeZone: block.zone };
  return new Intl.DateTimeFormat(language === "da" ? "da" : "en-GB", shown).format(new Date(moment));
}

// Says everything that has a name in the page again.
export function speak(next) {
  language = next;
  document.documentElement.lang = next;
  document.title = phrase("title");
  for (const element of document.querySelectorAll("[data-word]")) {
    element.textContent = phrase(element.dataset.word);
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", phrase(element.dataset.label));
  }
  document.getElementById("language").lang = other();
}

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
