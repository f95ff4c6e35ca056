// The menu, and the language the page speaks.

import { byId } from "./elements.js";
import { settings, speak, spoken } from "./words.js";

export function openMenu({ comeBack }) {
  const menu = byId("menu");
  const close = () => {
    menu.open = false;
  };
  const summary = menu.querySelector("summary");
  // Before what was chosen is done: a dialog gives the focus back to where it was when it opened, and that must be seen.
  const choose = (event) => {
    if (!event.target.closest("button, a")) return;
    close();
    summary.focus();
  };
  menu.addEventListener("click", choose, true);
  document.addEventListener("click", (event) => menu.contains(event.target) || close());
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    close();
    summary.focus();
  });
  byId("own-window").hidden = !settings.framed;
  byId("come-back").addEventListener("click", comeBack);
}

// `spoke` hears each language chosen. The link does the same where scripts do not run.
export function openLanguages(spoke) {
  const link = byId("language");
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const [previous, next] = [spoken(), link.hreflang];
    speak(next);
    link.href = `?lang=${previous}`;
    link.hreflang = link.lang = previous;
    const address = new URL(location.href);
    address.searchParams.set("lang", next);
    history.replaceState(null, "", address);
    spoke(next);
  });
}
