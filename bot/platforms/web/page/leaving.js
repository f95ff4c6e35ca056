// Going: with a question first, or at once for those who are watched.

import { byId } from "./elements.js";
import { door, oweLeaving } from "./keeping.js";
import { settings, spoken, write } from "./words.js";
import { leave } from "./visit.js";

const TIMES = 3; // Esc
const WITHIN = 1_500; // milliseconds

const neutral = () => `left?lang=${spoken()}`;
const otherTabs = "BroadcastChannel" in window ? new BroadcastChannel(`visit ${door}`) : null;

// Before anything else, so that nothing is on the screen whatever fails afterwards.
function hide() {
  document.documentElement.hidden = true;
  document.title = "\u00a0";
}

export class Leaving {
  #escapes = [];

  // `wipe` forgets the conversation and lets go of the socket; `connected` says whether the bot can be reached.
  constructor({ wipe, connected }) {
    Object.assign(this, { wipe, connected });
    const dialog = byId("leave-dialog");
    byId("leave").addEventListener("click", () => {
      byId("leave-told").textContent = "";
      dialog.showModal();
    });
    byId("leave-no").addEventListener("click", () => dialog.close());
    byId("leave-yes").addEventListener("click", () => this.#leave());
    byId("exit").addEventListener("click", (event) => {
      event.preventDefault();
      this.exit();
    });
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.#escaped(event), true);
    addEventListener("message", ({ data, source }) => {
      if (settings.framed && source === parent && data?.peerbot === "exit") this.exit();
    });
    otherTabs?.addEventListener("message", () => this.#vanish());
  }

  exit() {
    hide();
    if (!this.connected()) oweLeaving(true);
    leave();
    otherTabs?.postMessage("left");
    try {
      this.#wipeAll();
    } finally {
      if (settings.demo) location.replace(neutral());
      else if (settings.framed) this.#leaveTheWholePage();
      else location.replace(settings.exitTo);
    }
  }

  async #leave() {
    byId("leave-yes").disabled = true;
    const left = await leave();
    byId("leave-yes").disabled = false;
    if (left !== "open" && left !== "refused") {
      write(byId("leave-told"), "web-no-answer");
      return;
    }
    otherTabs?.postMessage("left");
    this.#vanish();
  }

  #vanish() {
    hide();
    try {
      this.#wipeAll();
    } finally {
      location.replace(neutral());
    }
  }

  #wipeAll() {
    this.wipe();
    document.documentElement.replaceChildren(); // also for a browser that keeps the page to go back to
  }

  // The page around us is as telling as we are. It does it for us, since a frame may not always.
  #leaveTheWholePage() {
    parent.postMessage({ peerbot: "exit", to: settings.exitTo }, "*");
    try {
      top.location.replace(settings.exitTo);
    } catch {
      // Not allowed from in here; our script on that page has heard.
    }
    location.replace("about:blank");
  }

  #escaped(event) {
    if (event.repeat) return;
    if (settings.framed) parent.postMessage({ peerbot: "escape" }, "*");
    const now = Date.now();
    this.#escapes = [...this.#escapes.filter((at) => now - at < WITHIN), now];
    if (this.#escapes.length >= TIMES) this.exit();
  }
}

