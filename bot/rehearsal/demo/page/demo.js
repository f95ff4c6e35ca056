// Puts the demo's page together: asks the town how it stands, and turns its clock.

import { openPanes, speakInPanes } from "./panes.js";
import { openTour, say, tell, tellAgain, tick } from "./tour.js";
import { other, phrase, speak, spoken, timeOf } from "./words.js";

const ASK_EVERY = 1_000; // milliseconds

const buttons = document.querySelectorAll("[data-turn]");
const duty = document.getElementById("duty");
const time = document.getElementById("time");
let state = null;
let drawn = ""; // what was drawn last; drawing it again would take the place of what is read aloud

async function ask(path, method = "GET") {
  try {
    const answer = await fetch(`town/${path}`, { method, cache: "no-store" });
    if (!answer.ok) throw new Error(String(answer.status));
    show(await answer.json());
  } catch {
    say(phrase("ended"));
  }
}

function show(next) {
  if (!state) openTour(next.steps);
  state = next;
  time.dateTime = state.now;
  time.textContent = timeOf(state.now);
  const drawing = JSON.stringify([spoken(), state.done, state.away]);
  if (drawing !== drawn) draw();
  drawn = drawing;
  tell(state.news);
}

function draw() {
  duty.dataset.turn = duty.dataset.word = state.away ? "on-duty" : "off-duty";
  speak(spoken());
  tick(state.steps, state.done);
}

// Not `disabled`: whoever presses it again and again by keyboard must not lose their place.
async function turn(button) {
  if (button.ariaDisabled === "true") return;
  for (const one of buttons) one.ariaDisabled = "true";
  await ask(`turn/${button.dataset.turn}`, "POST");
  for (const one of buttons) one.ariaDisabled = null;
}

for (const button of buttons) button.addEventListener("click", () => turn(button));
document.getElementById("language").addEventListener("click", async () => {
  speak(other());
  speakInPanes();
  tellAgain();
  await ask(`speak/${spoken()}`, "POST");
});
openPanes();
speak(spoken());
speakInPanes();
await ask("state");
setInterval(() => document.hidden || ask("state"), ASK_EVERY);
