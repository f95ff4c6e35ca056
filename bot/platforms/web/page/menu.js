// The menu, and the language the page speaks.

import { byId } from "./elements.js";
import { settings, speak, spoken } from "./words.js";

export function openMenu({ comeBack }) {
  const menu = byId("menu");
  const close = () => {
    menu.open = false;
  };
  menu.addEventListener("click", (event) => event.target.closest("button, a") && close());
  document.addEventListener("click", (event) => menu.contains(event.target) || close());
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    close();
    menu.querySelector("summary").focus();
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
