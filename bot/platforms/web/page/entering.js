// Ways into a visit other than just opening the page: a sign-in link, a return phrase, beginning anew.

import { byId } from "./elements.js";
import { oweLeaving } from "./keeping.js";
import { silence, spoken, write } from "./words.js";
import { comeBack, enter } from "./visit.js";

const isLink = () => new URLSearchParams(location.search).has("enter");
const keyOf = () => location.hash.slice(1);

function minutes(outcome) {
  return { minutes: Math.ceil(outcome.after / 60) };
}

// A few words and one button in place of the conversation.
export function showPanel({ heading, text, act, go }) {
  byId("foot").hidden = true;
  byId("log").hidden = true;
  byId("who-this-is").hidden = true;
  byId("panel").hidden = false;
  write(byId("panel-heading"), heading);
  write(byId("panel-text"), text);
  const button = byId("panel-go");
  button.hidden = !act;
  if (act) write(button, act);
  button.onclick = go ?? null;
  byId("panel").focus();
}

export function hidePanel() {
  for (const id of ["foot", "log", "who-this-is"]) byId(id).hidden = false;
  byId("panel").hidden = true;
}

function forgetLink() {
  const address = new URL(location.href);
  address.searchParams.delete("enter");
  address.hash = "";
  history.replaceState(null, "", address.pathname + address.search);
}

// Resolves when there is no link to ask about, or the person has signed in.
export function signIn() {
  if (!isLink()) return Promise.resolve();
  return new Promise((resolve) => {
    const heading = "web-enter-heading";
    const refused = () => {
      forgetLink();
      const begin = () => {
        hidePanel();
        resolve();
      };
      showPanel({ heading, text: "web-enter-refused", act: "web-begin-anew", go: begin });
    };
    const go = async () => {
      byId("panel-go").disabled = true;
      const outcome = await enter(keyOf(), spoken());
      byId("panel-go").disabled = false;
      if (outcome === "open") {
        oweLeaving(false); // whatever visit that was, this is another
        forgetLink();
        hidePanel();
        resolve();
      } else if (outcome === "refused") refused();
      else if (outcome.after) write(byId("panel-text"), "web-tries-wait", minutes(outcome));
      else write(byId("panel-text"), "web-no-answer");
    };
    if (keyOf()) showPanel({ heading, text: "web-enter-explain", act: "web-enter-go", go });
    else refused();
  });
}

// `returned` is called when the phrase was known and another visit goes on.
export function offerReturn(returned) {
  const dialog = byId("phrase-dialog");
  const told = byId("phrase-told");
  const field = byId("phrase");
  byId("have-phrase").addEventListener("click", () => {
    silence(told);
    field.value = "";
    dialog.showModal();
  });
  byId("phrase-cancel").addEventListener("click", () => dialog.close());
  byId("phrase-form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const outcome = await comeBack(field.value.trim(), spoken());
    if (outcome === "open") {
      oweLeaving(false);
      dialog.close();
      field.value = "";
      returned();
    } else if (outcome === "refused") write(told, "web-phrase-unknown");
    else if (outcome.after) write(told, "web-tries-wait", minutes(outcome));
    else write(told, "web-no-answer");
  });
}

const WHY = {
  left: "web-over-left",
  "signed-out": "web-over-signed-out",
  "run-out": "web-over-run-out",
};

export function showOver(why, begin) {
  const go = () => {
    hidePanel();
    begin();
  };
  const text = WHY[why] ?? WHY["run-out"];
  showPanel({ heading: "web-over-heading", text, act: "web-begin-anew", go });
}
