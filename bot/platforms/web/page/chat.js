// Puts the page together: what is said goes out, what comes in is shown.

import { allRead, attend, somethingNew } from "./attending.js";
import { offerClock } from "./clock.js";
import { Composer } from "./composer.js";
import { Connection } from "./connection.js";
import { Conversation } from "./conversation.js";
import { byId } from "./elements.js";
import { hidePanel, offerReturn, showOver, signIn } from "./entering.js";
import { forget, oweLeaving, owesLeaving } from "./keeping.js";
import { Leaving } from "./leaving.js";
import { openLanguages, openMenu } from "./menu.js";
import { freshId, Outbox } from "./outbox.js";
import { follows, keepInSight, toBeginning, toEnd, toMessage } from "./scrolling.js";
import * as status from "./status.js";
import { Uploads } from "./uploads.js";
import { begin, leave } from "./visit.js";
import { settings, spoken } from "./words.js";

const TOO_FAST_PAUSE = 3_000; // milliseconds
const WRITING_AT_MOST = 30_000;
const COME_BACK = { da: "!kom tilbage", en: "!come back" }; // with the sign, for it is never for the other person

const log = byId("log");
const outbox = new Outbox();
let caughtUp = false; // since this visit was first shown whole
let writing = 0;
let resting = 0; // while something was too fast

const connection = new Connection({
  begin: beginVisit,
  greeting: () => ({ do: "hello", after: conversation.seen, language: spoken() }),
  received,
  changed,
});
const conversation = new Conversation(
  log,
  {
    press: (question, choice) => {
      const { id, label } = choice;
      send({ do: "press", id: freshId(), question: question.frame.question, choice: id, label }, label);
    },
    reply: (message) => composer.reply(message),
    edit: (message) => composer.edit(message),
    retract: (message) => send({ do: "retract", id: freshId(), message: message.id }),
    react: (message, key) => send({ do: "react", id: freshId(), message: message.id, key }),
    takeBack: (reaction) => send({ do: "retract", id: freshId(), message: reaction.id }),
    retry: (message) => retry(message.id),
    discard: (message) => discard(message.id),
    show: toMessage,
    isWaiting: (id) => outbox.find(id) !== undefined,
  },
  (message, { fresh }) => {
    if (caughtUp || message.mine) follows(message.element, { mine: message.mine, fresh });
    if (!message.mine) write(false);
    if (fresh && caughtUp && !message.mine) {
      somethingNew();
      offerClock(message, say);
    }
  },
);
const uploads = new Uploads(conversation, status.tell);
const composer = new Composer({
  say,
  edit: (message, text) => {
    message.setState("sending");
    send({ do: "edit", id: freshId(), message: message.id, text });
  },
  attach: (file) => uploads.add(file, connection.open),
  tell: status.tell,
});

function say(text, to) {
  status.hush();
  send({ do: "say", id: freshId(), text, to }, text);
}

// Sends now if it can be, and in any case until it is confirmed. `shown` is what stands in the conversation meanwhile.
function send(frame, shown) {
  outbox.add(frame);
  if (shown !== undefined) expect(frame, shown);
  if (connection.open && !resting) connection.send(frame);
  status.sending(true);
}

// In order, and all of it: what the bot has already is done once.
function sayAgain() {
  clearTimeout(resting);
  resting = 0;
  if (connection.open) for (const frame of outbox.waiting) connection.send(frame);
}

function expect(frame, text) {
  const state = !connection.open ? "waiting" : resting ? "slow" : "sending";
  conversation.expect(frame.id, { text, to: frame.to ?? null }, state);
}

function expectAll() {
  for (const frame of outbox.waiting) {
    const text = frame.do === "press" ? frame.label : frame.text;
    if ((frame.do === "say" || frame.do === "press") && !conversation.pending(frame.id)) {
      expect(frame, text);
    }
  }
}

function received(frame) {
  if (frame.is === "ready") ready(frame);
  else if (frame.is === "ack") acknowledged(frame);
  else if (frame.is === "refused") refused(frame);
  else if (frame.is === "passing") conversation.receivePassing(frame);
  else if (frame.is === "typing") write(frame.on);
  else if (frame.is === "over") over(frame.why);
  else if (frame.seq) conversation.receive(frame, true);
}

function ready({ seq }) {
  if (seq < conversation.seen) {
    forgetVisit();
    connection.restart();
    return;
  }
  if (!caughtUp) (conversation.spokenIn ? toEnd : toBeginning)();
  caughtUp = true;
  log.setAttribute("aria-live", "polite");
  byId("cookies-off").hidden = true;
  conversation.stateOfPending("sending");
  sayAgain();
  uploads.sendAll();
  status.sending(outbox.waiting.length > 0);
}

function acknowledged({ id, seq }) {
  const frame = outbox.find(id);
  outbox.settle(id);
  conversation.settled(id, seq);
  if (frame?.do === "edit") conversation.find(frame.message)?.setState("sent");
  status.sending(outbox.waiting.length > 0);
}

function refused({ id, why }) {
  const frame = outbox.find(id);
  if (!frame) return;
  const pending = conversation.pending(id);
  if (why === "too-fast") {
    pending?.setState("slow");
    status.tell("web-too-fast");
    resting ||= setTimeout(sayAgain, TOO_FAST_PAUSE);
    return;
  }
  outbox.settle(id);
  if (frame.do === "edit") conversation.find(frame.message)?.setState("sent");
  pending?.setState("failed");
  status.tell(why === "too-long" ? "web-too-long" : pending ? "web-not-sent" : "web-cannot");
  status.sending(outbox.waiting.length > 0);
}

// Under a new id: the old one stands for what was refused.
function retry(id) {
  if (uploads.retry(id)) return;
  const { text, to } = conversation.pending(id).frame;
  conversation.drop(id);
  say(text, to);
}

function discard(id) {
  const { text } = conversation.pending(id).frame;
  uploads.discard(id);
  conversation.drop(id);
  if (text) composer.giveBack(text);
  composer.focus();
}

function changed(how) {
  status.connection(how);
  if (how !== "connected") {
    write(false);
    conversation.stateOfPending("waiting");
  }
  if (how === "shut-out") byId("cookies-off").hidden = false;
}

function write(on) {
  clearTimeout(writing);
  byId("typing").hidden = !on;
  if (!on) return;
  follows(byId("typing"), { mine: false, fresh: false });
  writing = setTimeout(() => write(false), WRITING_AT_MOST);
}

function wipe() {
  connection.stop();
  outbox.clear();
  uploads.clear();
  conversation.clear();
  composer.clear();
  write(false);
  allRead();
  forget();
}

function over(why) {
  wipe();
  showOver(why, startOver);
}

function startOver() {
  hidePanel();
  showAnew();
  connection.restart();
}

// The visit we knew ran out while there was no connection, and this is another one.
function forgetVisit() {
  outbox.keepWordsOnly();
  showAnew();
}

function showAnew() {
  caughtUp = false;
  log.setAttribute("aria-live", "off");
  conversation.clear();
  expectAll();
}

async function beginVisit() {
  if (owesLeaving()) {
    const left = await leave();
    if (left !== "open" && left !== "refused") return left;
    oweLeaving(false);
  }
  const begun = await begin(spoken());
  if (begun !== "new") return begun;
  if (conversation.seen > 0) forgetVisit();
  return "open";
}

new Leaving({ wipe, connected: () => connection.open });
attend();
keepInSight();
openMenu({ comeBack: () => say(COME_BACK[spoken()], null) });
openLanguages((language) => connection.open && connection.send({ do: "language", language }));
offerReturn(() => {
  outbox.clear();
  startOver();
});
Object.assign(document.documentElement.dataset, { state: "chat", ...(settings.framed && { framed: "" }) });
await signIn();
expectAll();
toEnd();
connection.start();
