// Files on their way. A browser lets no page keep a file over a reload, so these live as long as the page.

import { freshId } from "./outbox.js";
import { settings, sizeInWords, spoken } from "./words.js";
import { send } from "./visit.js";

const REST = 10_000; // milliseconds before a file is sent again that was not taken

export class Uploads {
  #files = new Map(); // id -> File, until the bot has it
  #onTheirWay = new Set();

  constructor(conversation, tell) {
    this.conversation = conversation;
    this.tell = tell;
  }

  add(file, connected) {
    const id = freshId();
    const local = URL.createObjectURL(file);
    const release = () => URL.revokeObjectURL(local);
    const shown = { name: file.name, size: file.size, mime: file.type, local, release };
    this.#files.set(id, file);
    this.conversation.expect(id, { text: "", file: shown }, connected ? "sending" : "waiting");
    if (connected) this.#send(id);
  }

  sendAll() {
    for (const id of this.#files.keys()) this.#send(id);
  }

  retry(id) {
    if (!this.#files.has(id)) return false;
    this.conversation.pending(id).setState("sending");
    this.#send(id, true);
    return true;
  }

  discard(id) {
    this.#files.delete(id);
  }

  clear() {
    this.#files.clear();
  }

  async #send(id, again = false) {
    const failed = this.conversation.pending(id)?.state === "failed";
    if (this.#onTheirWay.has(id) || (failed && !again)) return;
    this.#onTheirWay.add(id);
    const answer = await send(this.#files.get(id), id, spoken());
    this.#onTheirWay.delete(id);
    if (!this.#files.has(id)) return;
    if (answer === "later") {
      this.conversation.pending(id)?.setState("waiting");
      setTimeout(() => this.#files.has(id) && this.#send(id), REST);
    } else if (answer === "too-large" || answer === "refused" || answer.is === "refused") {
      this.conversation.pending(id)?.setState("failed");
      const limit = sizeInWords(settings.fileLimit);
      if (answer === "too-large") this.tell("web-file-too-large", { limit });
      else this.tell("web-not-sent");
    } else {
      this.#files.delete(id);
      this.conversation.settled(id, answer.seq);
    }
  }
}
