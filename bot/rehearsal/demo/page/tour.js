// The first five things to try, ticked off as the town says they were done, and what happened there last.

import { clockOf, make, phrase, phraseIn } from "./words.js";

const steps = new Map();
let newest = 0;
let last = null; // the news shown, to be said again in another language

export function openTour(names) {
  const list = document.getElementById("steps");
  for (const name of names) {
    const mark = make("span", { class: "mark" });
    const text = make("span", { class: "text" });
    const item = make("li", { "data-step": name }, mark, make("strong", { "data-word": name }), text);
    list.append(item);
    steps.set(name, { item, mark, text });
  }
}

export function tick(names, done) {
  const current = names.find((name) => !done.includes(name));
  let number = 0;
  for (const [name, { item, mark, text }] of steps) {
    number += 1;
    const ready = done.includes(name);
    item.classList.toggle("done", ready);
    if (name === current) item.setAttribute("aria-current", "step");
    else item.removeAttribute("aria-current");
    mark.textContent = ready ? "✓" : String(number);
    if (ready) mark.append(make("span", { class: "unseen" }, phrase("done")));
    phraseIn(text, `${name}-text`);
  }
  document.getElementById("toured").hidden = current !== undefined;
}

export function tell(news) {
  const latest = news.at(-1);
  if (!latest || latest.number === newest) return;
  newest = latest.number;
  last = latest;
  tellAgain();
}

export function tellAgain() {
  if (last) say(`${clockOf(last.at)} · ${phrase(last.text, last.words)}`);
}

export function say(words) {
  document.getElementById("news").textContent = words;
}
