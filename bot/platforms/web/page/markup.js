// Formatted words as elements: only these tags, no attribute but a time's, everything else as its words.

import { phrase, timeHere } from "./words.js";

const ALLOWED = new Set(
  ["STRONG", "EM", "B", "I", "U", "S", "DEL", "BR", "P", "CODE", "PRE", "UL", "OL", "LI", "BLOCKQUOTE"],
);
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d[+-]\d\d:\d\d$/;
const WORDLESS = new Set(["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "IFRAME", "OBJECT", "SVG", "MATH"]);

export function bodyOf(text, html) {
  const body = document.createElement("div");
  body.className = "body";
  if (html === null || html === undefined) {
    body.textContent = text;
    body.classList.add("plain");
  } else {
    // A parsed document runs nothing and fetches nothing.
    copy(new DOMParser().parseFromString(html, "text/html").body, body);
  }
  return body;
}

function copy(from, to) {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      to.append(node.data);
    } else if (node.nodeType === Node.ELEMENT_NODE && !WORDLESS.has(node.nodeName.toUpperCase())) {
      const kept = ALLOWED.has(node.nodeName) ? document.createElement(node.nodeName) : timeOf(node) ?? to;
      copy(node, kept);
      if (kept !== to) to.append(kept);
    }
  }
}

// A time, told by the clock its reader chose; what this device's clock shows then is added where it differs.
function timeOf(node) {
  const told = node.getAttribute("datetime") ?? "";
  if (node.nodeName !== "TIME" || !TIME.test(told)) return null;
  const time = document.createElement("time");
  time.dateTime = told;
  const here = timeHere(told);
  if (here) {
    time.classList.add("elsewhere");
    time.title = phrase("web-time-here", { time: here });
  }
  return time;
}

// What somebody in a contact wrote begins with the name they go by: the name, and the words without it.
export function relayed(text, html) {
  const cut = text.indexOf(":");
  if (cut < 1) return null;
  const name = text.slice(0, cut);
  return {
    name,
    text: text.slice(cut + 1).replace(/^ /, ""),
    html: html ? html.replace(/^<strong>[^<]*:<\/strong> ?/, "") : null,
  };
}
