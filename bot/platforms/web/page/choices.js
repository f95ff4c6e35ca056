// The choices of a question: real buttons, that stay usable when the question is over.

import { make, says } from "./elements.js";
import { label } from "./words.js";

export function choicesOf(message) {
  const { choices, typed } = message.frame;
  if (!choices?.length) return null;
  const group = make("div", { class: "choices", role: "group" });
  label(group, "web-choices");
  for (const choice of choices) {
    group.append(
      make(
        "button",
        {
          type: "button",
          class: "choice",
          "data-choice": choice.id,
          onclick: () => message.acts.press(message, choice),
        },
        make("span", { class: "number" }, `${typed ?? ""}${choice.number}`),
        ...(choice.label === String(choice.number)
          ? []
          : [" ", make("span", { class: "label" }, choice.label)]),
      ),
    );
  }
  return group;
}

// Which choice these words choose, as the person typed or pressed it; undefined if none.
export function chosenBy(message, words) {
  const { choices, typed } = message.frame;
  const said = words.trim().toLocaleLowerCase();
  return choices.find(
    ({ number, label }) => said === `${typed ?? ""}${number}` || said === label.toLocaleLowerCase(),
  );
}

export function markChosen(message, choice) {
  message.choices.classList.add("over");
  const pressed = message.choices.querySelector(`[data-choice="${CSS.escape(choice.id)}"]`);
  if (!pressed || pressed.querySelector(".chosen")) return;
  pressed.classList.add("picked");
  pressed.append(" ", says("span", { class: "chosen" }, "web-chosen"));
}

export const markOver = (message) => message.choices.classList.add("over");
