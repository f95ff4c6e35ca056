// A file in its message: a picture is shown in place, anything else can be downloaded.

import { make, says } from "./elements.js";
import { label, sizeInWords } from "./words.js";

const SHOWN = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);

export function attachment(frame) {
  const { file } = frame;
  if (!file) return null;
  const words = { name: file.name, size: sizeInWords(file.size) };
  // One that is on its way is had from this device, any other from the bot.
  const from = file.local ?? `files/${encodeURIComponent(frame.id)}`;
  if (SHOWN.has(file.mime)) {
    const { width, height } = file;
    const picture = make("img", { class: "picture", src: from, width, height });
    if (!file.alt) return label(picture, "web-picture", { name: file.name });
    picture.alt = file.alt;
    return picture;
  }
  if (file.local) return says("p", { class: "file" }, "web-file-shown", words);
  return says("a", { class: "file", href: from, download: file.name }, "web-download", words);
}
