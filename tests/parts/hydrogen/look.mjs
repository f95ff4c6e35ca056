// Sits at Hydrogen in a headless browser: logs in, opens an encrypted direct chat, says things, takes pictures.
// One JSON object on stdin: {page, homeserver, user, password, to, say: [...], pictures, browser, seconds}

import { mkdir } from "node:fs/promises";
import { chromium } from "playwright-core";

let input = "";
for await (const chunk of process.stdin) input += chunk;
const { page: address, homeserver, user, password, to, say, pictures, browser: executablePath, seconds } =
  JSON.parse(input);

async function ask(path, body, token) {
  const answer = await fetch(homeserver + path, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...(token && { Authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

// Hydrogen opens direct chats only from a room both are in; so this is done for it, and it finds the room in its list.
async function openDirect() {
  const proof = { type: "m.login.password", identifier: { type: "m.id.user", user }, password };
  const { access_token } = await ask("/_matrix/client/v3/login", proof);
  const encryption = { type: "m.room.encryption", state_key: "", content: { algorithm: "m.megolm.v1.aes-sha2" } };
  const wish = { preset: "trusted_private_chat", is_direct: true, invite: [to], initial_state: [encryption] };
  await ask("/_matrix/client/v3/createRoom", wish, access_token);
  await ask("/_matrix/client/v3/logout", {}, access_token);
}

await mkdir(pictures, { recursive: true });
const browser = await chromium.launch({
  executablePath,
  args: [
    "--no-sandbox", // the browser may run as root in a container, and visits loopback only
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
  ],
});
const page = await browser.newPage({ viewport: { width: 1100, height: 900 }, locale: "da-DK" });
page.setDefaultTimeout(seconds * 1000);
let taken = 0;
async function picture(what) {
  const path = `${pictures}/${String(++taken).padStart(2, "0")}-${what}.png`;
  await page.screenshot({ path });
  console.log(path);
}
try {
  await page.goto(address);
  await page.fill("#username", user);
  await page.fill("#password", password);
  await page.click("button[type=submit]");
  await page.waitForSelector(".LeftPanel");
  await openDirect();
  await page.click(".LeftPanel .RoomList li a");

  const theirs = page.locator(".Timeline_message:not(.own)");
  const joined = page.locator(".AnnouncementView", { hasText: "joined" });
  await joined.nth(1).waitFor(); // I, then they: what is said before would not be meant for them
  for (const words of say) {
    const before = await theirs.count();
    await page.fill(".MessageComposer_input textarea", words);
    await page.press(".MessageComposer_input textarea", "Enter");
    await theirs.nth(before).waitFor();
    await page.waitForTimeout(1500); // they may have more to say than one message
    await picture(words.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 24) || "said");
  }
} catch (problem) {
  await picture("when-it-went-wrong");
  console.error(String(problem));
  process.exitCode = 1;
} finally {
  await browser.close();
}
