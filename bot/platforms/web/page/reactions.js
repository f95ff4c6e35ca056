// What can be done with a message beside answering it in words, and the reactions it has.

import { button, make } from "./elements.js";
import { label } from "./words.js";

const KINDS = [
  ["❤️", "web-react-heart"],
  ["👍", "web-react-thumb"],
  ["🤗", "web-react-hug"],
  ["🙏", "web-react-thanks"],
];

let numbered = 0;

export function actionsOf(message) {
  const id = `actions-${(numbered += 1)}`;
  const list = make("div", { class: "actions", id, hidden: true });
  const opener = make("button", {
    type: "button",
    class: "open-actions",
    "aria-expanded": "false",
    "aria-controls": id,
    onclick: () => open(list.hidden),
  });
  opener.append(make("span", { "aria-hidden": "true" }, "⋯"));
  label(opener, "web-more");

  function open(on) {
    list.hidden = !on;
    opener.setAttribute("aria-expanded", String(on));
    if (on && !list.childElementCount) list.append(...acts(message, close));
    if (on) list.scrollIntoView({ block: "nearest" });
  }

  function close() {
    open(false);
    opener.focus();
  }

  list.addEventListener("keydown", (event) => event.key === "Escape" && close());
  return [opener, list];
}

function acts(message, close) {
  const then = (act) => () => {
    close();
    act();
  };
  const { reply, edit, retract, react } = message.acts;
  const offered = [button({}, "web-reply", then(() => reply(message)))];
  if (message.mine) {
    if (!message.frame.file) offered.push(button({}, "web-edit", then(() => edit(message))));
    offered.push(button({}, "web-delete", then(() => retract(message))));
  }
  for (const [key, says] of KINDS) {
    const sign = make("button", { type: "button", class: "sign", onclick: then(() => react(message, key)) });
    sign.append(make("span", { "aria-hidden": "true" }, key));
    offered.push(label(sign, says));
  }
  return offered;
}

export function reactionsOf(message) {
  const shown = make("div", { class: "reactions", hidden: message.reactions.size === 0 });
  for (const one of message.reactions.values()) {
    const sign = make("span", { "aria-hidden": "true" }, one.key);
    if (one.mine) {
      const own = make("button", { type: "button", onclick: () => message.acts.takeBack(one) }, sign);
      shown.append(label(own, "web-reaction-own", { key: one.key }));
    } else {
      shown.append(label(make("span", { role: "img" }, sign), "web-reaction", { key: one.key }));
    }
  }
  return shown;
}
