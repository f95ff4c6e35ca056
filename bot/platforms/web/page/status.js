// One line that says how the connection is, and another for what could not be done.

import { byId } from "./elements.js";
import { silence, write } from "./words.js";

const SOON = 1_500; // milliseconds; what is sent faster needs no word
const READABLE = 8_000;
const LONG_WAIT = 90; // seconds; beyond that minutes are told

let how = "starting";
let sendingSince = 0;
let hiding = 0;

function show(id, values) {
  const line = byId("status");
  line.dataset.state = how;
  write(line, id, values);
}

export function connection(next) {
  how = typeof next === "string" ? next : "waiting";
  if (how === "connected") show("web-connected");
  else if (how === "waiting" && next.after < LONG_WAIT) {
    show("web-wait-seconds", { seconds: Math.round(next.after) });
  } else if (how === "waiting") {
    show("web-wait-minutes", { minutes: Math.ceil(next.after / 60) });
  } else show("web-lost");
}

export function sending(some) {
  clearTimeout(sendingSince);
  if (how !== "connected") return;
  if (!some) show("web-connected");
  else sendingSince = setTimeout(() => how === "connected" && show("web-sending-now"), SOON);
}

export function tell(id, values) {
  const line = byId("told");
  line.hidden = false;
  write(line, id, values);
  clearTimeout(hiding);
  hiding = setTimeout(hush, READABLE);
}

export function hush() {
  const line = byId("told");
  line.hidden = true;
  silence(line);
}
