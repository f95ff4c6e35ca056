// When times are told by another clock than this device's: offers, once, to tell them by this one. Nobody is told
// which clock that is unless they press; then it is said for them, like any words of theirs.

import { button } from "./elements.js";
import { settings, spoken, zoneHere } from "./words.js";

const TIME_ZONE = { da: "!tidszone", en: "!time zone" }; // with the sign, for it is never for the other person

let offered = false;

export function offerClock(message, say) {
  if (offered || settings.demo || !message.body.querySelector("time.elsewhere")) return;
  offered = true;
  const offer = button({ class: "clock" }, "web-clock-here", () => {
    offer.remove();
    say(`${TIME_ZONE[spoken()]} ${zoneHere()}`, null);
  });
  message.body.after(offer);
}
