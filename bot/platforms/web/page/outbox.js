// What was written and not yet confirmed, in order; it outlives a reload until the bot has it for good.

import { keep, kept } from "./keeping.js";

export function freshId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export class Outbox {
  #frames = kept("unsent") ?? [];

  get waiting() {
    return [...this.#frames];
  }

  add(frame) {
    this.#frames.push(frame);
    this.#keep();
    return frame;
  }

  find(id) {
    return this.#frames.find((frame) => frame.id === id);
  }

  settle(id) {
    this.#frames = this.#frames.filter((frame) => frame.id !== id);
    this.#keep();
  }

  // Only words can be said to a visit that has begun anew; the rest was about messages that are gone.
  keepWordsOnly() {
    this.#frames = this.#frames
      .filter((frame) => frame.do === "say")
      .map((frame) => ({ ...frame, to: null }));
    this.#keep();
  }

  clear() {
    this.#frames = [];
    this.#keep();
  }

  #keep() {
    keep("unsent", this.#frames.length ? this.#frames : null);
  }
}
