// The three panes: each is the real chat page, of another person. On a small screen one is shown at a time.

import { make, phrase, spoken } from "./words.js";

const NAMES = ["receiver", "volunteer", "coordinator"];
const panes = new Map();

class Pane {
  #unread = 0;

  constructor(name) {
    this.name = name;
    this.heading = make("h2", { "data-word": name });
    this.badge = make("span", { class: "badge", hidden: "" });
    this.again = make("button", { type: "button", class: "again", "data-word": "again", hidden: "" });
    const about = make("span", { class: "who", "data-word": `${name}-about` });
    this.frame = make("iframe", { src: `${name}/?lang=${spoken()}` });
    const head = make("header", {}, this.heading, about, this.badge, this.again);
    this.element = make("section", { class: "pane", "data-pane": name }, head, this.frame);
    this.button = make("button", { type: "button", "aria-pressed": "false" });
    this.buttonBadge = make("span", { class: "badge", hidden: "" });
    this.button.append(make("span", { "data-word": name }), this.buttonBadge);
    this.button.addEventListener("click", () => {
      show(name);
      this.button.parentElement.scrollIntoView();
    });
    this.again.addEventListener("click", () => this.#comeIn());
    this.frame.addEventListener("load", () => {
      this.again.hidden = !this.frame.contentWindow.location.pathname.endsWith("/left");
      this.speak();
    });
  }

  set unread(count) {
    this.#unread = count;
    this.speak();
  }

  speak() {
    for (const badge of [this.badge, this.buttonBadge]) {
      badge.hidden = this.#unread === 0;
      const words = make("span", { class: "unseen" }, ` ${phrase("unread")}`);
      badge.replaceChildren(String(this.#unread), words);
    }
    this.frame.title = phrase(this.name);
    // Three times the same page: what a screen reader lists by name says which of them it is in.
    const inside = this.frame.contentDocument;
    this.#name(inside.querySelector(".top"));
    this.#name(inside.querySelector(".talk"));
    this.#name(inside.getElementById("conversation"), phrase("conversation"));
    this.#name(inside.querySelector(".doors"), inside.getElementById("doors-heading")?.textContent);
  }

  #name(place, what) {
    place?.removeAttribute("aria-labelledby");
    place?.setAttribute("aria-label", [phrase(this.name), what].filter(Boolean).join(": "));
  }

  // By the chat page's own switch, so that the bot hears of it, too.
  follow() {
    const link = this.frame.contentDocument?.getElementById("language");
    if (link?.hreflang === spoken()) link.click();
  }

  // Whoever left comes in anew; asking for our own page again gives the pane its visit.
  async #comeIn() {
    await fetch("./", { cache: "no-store" });
    this.again.hidden = true;
    this.frame.contentWindow.location.replace(`${this.name}/?lang=${spoken()}`);
    this.frame.focus();
  }
}

function show(name) {
  for (const pane of panes.values()) {
    pane.element.classList.toggle("shown", pane.name === name);
    pane.button.setAttribute("aria-pressed", String(pane.name === name));
  }
}

export function openPanes() {
  const place = document.getElementById("panes");
  for (const name of NAMES) {
    const pane = new Pane(name);
    panes.set(name, pane);
    place.append(pane.element);
    document.getElementById("chooser").append(pane.button);
  }
  show(NAMES[0]);
  addEventListener("message", ({ data, source, origin }) => {
    if (origin !== location.origin || data?.peerbot !== "unread") return;
    for (const pane of panes.values()) {
      if (pane.frame.contentWindow === source) pane.unread = data.count;
    }
  });
}

export function speakInPanes() {
  for (const pane of panes.values()) {
    pane.follow();
    pane.speak();
  }
}
