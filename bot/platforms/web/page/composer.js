// Where one writes: a new message, an answer to one, or another wording of an own one.

import { byId } from "./elements.js";
import { excerpt, onLanguage, settings, silence, sizeInWords, write } from "./words.js";

const LONGEST = 10_000; // characters; as one frame this is never more than the socket takes
const TALLEST = 0.3; // of the window

export class Composer {
  #mode = null; // {kind: "reply" | "edit", message}
  #draft = "";
  #text = byId("text");
  #file = byId("file");

  // `say(text, to)`, `edit(message, text)`, `attach(file)` do it; `tell(id, values)` says why something cannot be.
  constructor(acts) {
    this.acts = acts;
    byId("composer").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send();
    });
    this.#text.addEventListener("keydown", (event) => this.#pressed(event));
    this.#text.addEventListener("input", () => this.#fit());
    byId("mode-cancel").addEventListener("click", () => this.#cancel());
    byId("add-file").addEventListener("click", () => this.#file.click());
    byId("add-file").hidden = settings.fileLimit === 0;
    this.#file.addEventListener("change", () => this.#attach());
    onLanguage(() => this.#showMode());
  }

  focus() {
    this.#text.focus({ preventScroll: true });
  }

  reply(message) {
    this.#begin({ kind: "reply", message }, this.#text.value);
  }

  edit(message) {
    if (this.#mode?.kind !== "edit") this.#draft = this.#text.value;
    this.#begin({ kind: "edit", message }, message.frame.text);
  }

  // Gives words back that were not taken, unless something else has been begun.
  giveBack(text) {
    if (this.#text.value) return false;
    this.#text.value = text;
    this.#fit();
    return true;
  }

  clear() {
    this.#draft = "";
    this.#end("");
  }

  #begin(mode, text) {
    this.#mode = mode;
    this.#text.value = text;
    this.#showMode();
    this.#fit();
    this.focus();
  }

  #cancel() {
    this.#end(this.#mode?.kind === "edit" ? this.#draft : this.#text.value);
    this.focus();
  }

  #end(text) {
    this.#mode = null;
    this.#text.value = text;
    this.#showMode();
    this.#fit();
  }

  #send() {
    const text = this.#text.value.trim();
    if (!text) return this.focus();
    if (text.length > LONGEST) return this.acts.tell("web-too-long");
    const mode = this.#mode;
    this.#end(mode?.kind === "edit" ? this.#draft : "");
    this.#draft = "";
    if (mode?.kind === "edit") this.acts.edit(mode.message, text);
    else this.acts.say(text, mode?.message.id ?? null);
    this.focus();
  }

  #pressed(event) {
    if (event.key === "Escape" && this.#mode) return this.#cancel();
    // A keyboard on glass has no Shift to hold, so there its Enter begins a line.
    const onGlass = matchMedia("(pointer: coarse) and (hover: none)").matches;
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || onGlass) return undefined;
    event.preventDefault();
    return this.#send();
  }

  #attach() {
    const [file] = this.#file.files;
    this.#file.value = "";
    if (!file) return;
    if (file.size > settings.fileLimit) {
      this.acts.tell("web-file-too-large", { limit: sizeInWords(settings.fileLimit) });
    } else {
      this.acts.attach(file);
    }
    this.focus();
  }

  #showMode() {
    const says = byId("mode-text");
    byId("mode").hidden = !this.#mode;
    write(byId("send"), this.#mode?.kind === "edit" ? "web-save" : "web-send");
    if (!this.#mode) return silence(says);
    const id = this.#mode.kind === "edit" ? "web-editing" : "web-replying";
    return write(says, id, { words: excerpt(this.#mode.message.said.text) });
  }

  #fit() {
    this.#text.style.height = "auto";
    const border = this.#text.offsetHeight - this.#text.clientHeight;
    const height = Math.min(this.#text.scrollHeight + border, innerHeight * TALLEST);
    this.#text.style.height = `${height}px`;
  }
}
