// Keeps the newest in sight, unless somebody is reading further up.

import { byId } from "./elements.js";

const NEAR = 80; // pixels from the end that still count as reading the newest
const ABOVE = 12; // pixels
const AT_ONCE = 2_000; // milliseconds between what counts as come in one go
const WIDE = "(min-width: 62rem)";

const scroller = byId("conversation");
const below = byId("below");
let atEnd = true;
let begun = null; // the first of what came in one go
let lastCame = 0;

function follow() {
  const shown = below.hidden;
  offerEnd();
  if (shown) below.hidden = true; // whoever scrolls up knows what is below
}

export function toEnd() {
  scroller.scrollTop = scroller.scrollHeight;
  atEnd = true;
  below.hidden = true;
}

// Brings into sight what has just come. What comes in one go is read from its beginning.
export function follows(element, { mine, fresh }) {
  const now = Date.now();
  if (now - lastCame > AT_ONCE || !begun?.isConnected || mine) begun = element;
  lastCame = now;
  if (mine) toEnd();
  else if (atEnd) showFrom(begun);
  else below.hidden = !fresh;
}

export function toBeginning() {
  scroller.scrollTop = 0;
  offerEnd();
}

function showFrom(element) {
  scroller.scrollTop = Math.min(element.offsetTop - ABOVE, scroller.scrollHeight);
  offerEnd();
}

function offerEnd() {
  atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR;
  below.hidden = atEnd;
}

export function toMessage(message) {
  message.element.scrollIntoView({ block: "center" });
  message.element.focus({ preventScroll: true });
}

export function keepInSight() {
  scroller.addEventListener("scroll", follow, { passive: true });
  below.addEventListener("click", toEnd);
  new ResizeObserver(() => atEnd && toEnd()).observe(scroller);
  const doors = byId("more-doors");
  const wide = matchMedia(WIDE);
  const fold = () => {
    if (doors) doors.open = wide.matches;
  };
  fold();
  wide.addEventListener("change", fold);
  // Some phones lay the keyboard over the page without making it smaller.
  visualViewport?.addEventListener("resize", () => {
    const covered = innerHeight - visualViewport.height > 1 && visualViewport.scale === 1;
    const height = covered ? `${visualViewport.height}px` : "";
    document.documentElement.style.setProperty("--height", height || "100dvh");
  });
}
