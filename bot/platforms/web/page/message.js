// One message as it is shown. Each part can be drawn again by itself, so that a live region reads nothing twice.

import { attachment } from "./attachment.js";
import { choicesOf } from "./choices.js";
import { button, make, says } from "./elements.js";
import { bodyOf, relayed } from "./markup.js";
import { actionsOf, reactionsOf } from "./reactions.js";
import { excerpt, timeInWords, write } from "./words.js";

const STATES = {
  sending: "web-state-sending",
  waiting: "web-state-waiting",
  slow: "web-state-slow",
  sent: "web-state-sent",
  failed: "web-state-failed",
};

// What is known of a message: what the bot said of it, and its state if it is our own.
export class Message {
  reactions = new Map(); // id -> {id, key, mine}
  gone = false;
  state = null; // one of STATES, own messages only
  seq = null; // its place; null while only this page knows it

  constructor(frame, acts) {
    this.acts = acts;
    this.frame = frame;
    this.element = make("article", { class: "message", tabindex: "-1" });
    this.parts = {
      who: make("span", { class: "who" }),
      time: make("time"),
      edited: make("span", { class: "edited" }),
      state: make("span", { class: "state", "aria-live": "off" }),
      more: make("div", { class: "more" }),
    };
    const { who, time, edited, state, more } = this.parts;
    this.head = make("header", {}, who, " ", time, " ", edited, " ", state, more);
    this.draw(frame);
  }

  get id() {
    return this.frame.id;
  }

  get mine() {
    return this.frame.mine;
  }

  get said() {
    const { text, html, textId } = this.frame;
    const peer = textId === "relay" && !this.mine ? relayed(text, html) : null;
    return peer ?? { name: null, text, html };
  }

  draw(frame) {
    this.frame = frame;
    for (const one of frame.reactions ?? []) this.reactions.set(one.id, one);
    this.seq = frame.seq ?? null;
    const { element } = this;
    element.dataset.id = frame.id;
    element.dataset.text = this.mine ? "own" : frame.textId;
    if (frame.about) element.dataset.about = frame.about;
    element.classList.add(this.mine ? "own" : this.said.name ? "peer" : "bot");
    this.#tellWho();
    this.tellTime();
    if (frame.edited) write(this.parts.edited, "web-edited");
    this.choices = choicesOf(this);
    this.quote = this.#quoted();
    this.body = this.#words();
    this.reacted = reactionsOf(this);
    const parts = [this.head, this.quote, this.body, attachment(frame), this.choices, this.reacted];
    element.replaceChildren(...parts.filter(Boolean));
    this.drawActions();
  }

  change({ text, html, textId }) {
    Object.assign(this.frame, { text, html, textId: textId ?? this.frame.textId, edited: true });
    if (this.mine) write(this.parts.edited, "web-edited");
    else this.#closeQuestion();
    const body = this.#words();
    this.body.replaceWith(body);
    this.body = body;
  }

  // The bot changes a question only when it is over: what it says then offers nothing to choose.
  #closeQuestion() {
    this.element.dataset.text = this.frame.textId;
    if (!this.choices) return;
    if (this.choices.contains(document.activeElement)) this.element.focus();
    this.choices.remove();
    this.choices = null;
    this.frame.choices = null;
  }

  remove() {
    this.gone = true;
    if (this.element.contains(document.activeElement)) this.element.focus();
    this.element.classList.add("gone");
    this.element.replaceChildren(this.head, says("p", { class: "body" }, "web-deleted"));
    this.parts.more.replaceChildren();
  }

  setState(state) {
    if (this.state === state || this.gone) return;
    this.state = state;
    write(this.parts.state, STATES[state]);
    this.drawActions();
  }

  drawReactions() {
    const next = reactionsOf(this);
    this.reacted.replaceWith(next);
    this.reacted = next;
  }

  drawActions() {
    const { more } = this.parts;
    if (this.state === "failed") {
      more.replaceChildren(
        button({ class: "retry" }, "web-try-again", () => this.acts.retry(this)),
        button({ class: "discard" }, "web-discard", () => this.acts.discard(this)),
      );
    } else if (this.seq !== null && !this.gone && this.frame.textId !== "passing") {
      if (!more.querySelector(".open-actions")) more.replaceChildren(...actionsOf(this));
    } else {
      more.replaceChildren();
    }
  }

  #words() {
    const body = bodyOf(this.said.text, this.said.html);
    body.hidden = !this.said.text && Boolean(this.frame.file);
    return body;
  }

  #tellWho() {
    const { who } = this.parts;
    const { name } = this.said;
    if (name) who.textContent = name;
    else write(who, this.mine ? "web-you" : "web-bot");
  }

  tellTime() {
    const at = new Date(this.frame.at);
    this.parts.time.dateTime = at.toISOString();
    this.parts.time.textContent = timeInWords(at);
  }

  #quoted() {
    const answered = this.frame.to && this.acts.find(this.frame.to);
    if (!answered) return null;
    const words = excerpt(answered.said.text);
    const act = () => this.acts.show(answered);
    return button({ class: "quote" }, "web-answers", act, { words });
  }
}
