// What has been said, each message once and in order, and what of our own is still on its way.

import { chosenBy, markChosen, markOver } from "./choices.js";
import { Message } from "./message.js";
import { onLanguage } from "./words.js";

export class Conversation {
  #messages = new Map(); // id -> Message
  #pending = new Map(); // the id we gave it -> Message of our own that the bot has not shown yet
  #numbered = new Map(); // the id we gave it -> the number it will have, where that is known first
  #passing = new Set();
  #asked = null; // the newest question
  seen = 0; // the number of the newest thing shown

  // `arrived` hears of each message that is shown and how: {mine, fresh}.
  constructor(log, acts, arrived) {
    this.log = log;
    this.acts = { ...acts, find: (id) => this.#messages.get(id) };
    this.arrived = arrived;
    onLanguage(() => this.#all().forEach((message) => message.tellTime()));
  }

  find(id) {
    return this.#messages.get(id);
  }

  pending(id) {
    return this.#pending.get(id);
  }

  get spokenIn() {
    return this.#all().some((message) => message.mine);
  }

  // Shows something of our own at once, before the bot has it.
  expect(id, { text, to = null, file = null }, state) {
    const at = new Date().toISOString();
    const frame = { id, at, mine: true, text, html: null, textId: "own", choices: [], to, file };
    const message = new Message(frame, this.acts);
    message.setState(state);
    this.#pending.set(id, message);
    this.log.append(message.element);
    this.arrived(message, { fresh: true });
    return message;
  }

  drop(id) {
    const message = this.#pending.get(id);
    if (!message) return;
    message.frame.file?.release?.();
    message.element.remove();
    this.#pending.delete(id);
  }

  stateOfPending(state) {
    for (const message of this.#pending.values()) {
      if (message.state !== "failed") message.setState(state);
    }
  }

  // Takes one numbered frame; whatever was shown before is not shown again.
  receive(frame, fresh) {
    if (frame.seq <= this.seen) return;
    this.seen = frame.seq;
    if (frame.is === "message") this.#show(frame, fresh);
    else if (frame.is === "changed") this.#change(frame);
    else if (frame.is === "gone") this.#remove(frame.id);
    else if (frame.is === "reacted") this.#react(frame);
  }

  receivePassing(frame) {
    if (this.#passing.has(frame.id)) return;
    this.#passing.add(frame.id);
    const shown = { ...frame, at: new Date().toISOString(), mine: false, choices: [], seq: null };
    this.#place(new Message(shown, this.acts), true);
  }

  // What we said with this id is done; `seq` is the number of the message it made, 0 if none.
  settled(id, seq) {
    const shown = seq && this.#all().find((message) => message.seq === seq);
    if (shown) shown.setState("sent");
    if (shown || !seq) this.drop(id);
    const waiting = this.#pending.get(id);
    if (!waiting) return;
    this.#numbered.set(id, seq);
    waiting.setState("sent");
  }

  clear() {
    for (const id of [...this.#pending.keys()]) this.drop(id);
    this.#messages.clear();
    this.#numbered.clear();
    this.#passing.clear();
    this.#asked = null;
    this.seen = 0;
    this.log.replaceChildren();
  }

  #all() {
    return [...this.#messages.values(), ...this.#pending.values()];
  }

  #show(frame, fresh) {
    const ours = frame.mine && this.#ours(frame);
    const message = ours ? this.#pending.get(ours) : new Message(frame, this.acts);
    if (ours) {
      this.#pending.delete(ours);
      this.#numbered.delete(ours);
      message.frame.file?.release?.();
      message.draw(frame);
    }
    if (frame.mine) message.setState(this.acts.isWaiting(frame.id) ? "sending" : "sent");
    this.#messages.set(frame.id, message);
    this.#place(message, fresh && !ours && !frame.gone);
    if (frame.gone) message.remove();
    else this.#answered(message);
  }

  // Under which id we sent what the bot now shows us.
  #ours({ id, seq, text, file }) {
    if (this.#pending.has(id)) return id;
    for (const [own, number] of this.#numbered) if (number === seq) return own;
    for (const [own, { frame, state }] of this.#pending) {
      const same = file ? frame.file?.size === file.size : !frame.file && frame.text === text;
      if (same && state !== "failed" && !this.#numbered.has(own)) return own;
    }
    return null;
  }

  // What the bot has not numbered stands last.
  #place(message, fresh) {
    const { element } = message;
    const first = [...this.#pending.values()].find((one) => one.seq === null)?.element ?? null;
    const inPlace = element.parentNode === this.log && element.nextElementSibling === first;
    if (!inPlace) this.log.insertBefore(element, first);
    this.arrived(message, { fresh });
  }

  #answered(message) {
    if (message.mine && this.#asked) {
      const choice = chosenBy(this.#asked, message.frame.text);
      if (choice) markChosen(this.#asked, choice);
    } else if (message.choices) {
      if (this.#asked) markOver(this.#asked);
      this.#asked = message;
    }
  }

  #change(frame) {
    const message = this.find(frame.id);
    message?.change(frame);
    if (message && this.#asked === message && !message.choices) this.#asked = null;
  }

  #remove(id) {
    const message = this.find(id);
    if (message) {
      message.remove();
      if (this.#asked === message) this.#asked = null;
      return;
    }
    for (const one of this.#messages.values()) {
      if (one.reactions.delete(id)) one.drawReactions();
    }
  }

  #react({ message: id, id: reaction, key, mine }) {
    const message = this.find(id);
    if (!message || message.gone) return;
    message.reactions.set(reaction, { id: reaction, key, mine });
    message.drawReactions();
  }
}
