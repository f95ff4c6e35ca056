// Elements, made by hand: nothing here ever reads markup.

import { write } from "./words.js";

export const byId = (id) => document.getElementById(id);

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick") element.addEventListener("click", value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

export const says = (tag, attributes, id, values) => write(make(tag, attributes), id, values);

export const button = (attributes, id, act, values) =>
  says("button", { type: "button", onclick: act, ...attributes }, id, values);
