// A real Matrix client for the tests: matrix-js-sdk with its Rust crypto, which is the engine of Element Web.
// It is driven by lines of JSON.
//
//   node client.mjs URL USER_ID STRICT       and one line on stdin: the password
//   stdin:   {"id": 1, "do": "send", "room": "!r", "text": "hi"}
//   stdout:  {"id": 1, "ok": ...} or {"id": 1, "error": "..."}; and {"saw": "ready" | "event" | "member" | "typing", ...}
//
// STRICT is "strict" or "lenient". Strict is MSC4153, "exclude insecure devices": keys are given only to devices that
// their owner has cross-signed, and messages from others are not shown. The client cross-signs its own first.

import "fake-indexeddb/auto";
import readline from "node:readline";
import * as sdk from "matrix-js-sdk";
import { OnlySignedDevicesIsolationMode } from "matrix-js-sdk/lib/crypto-api/index.js";
import { logger } from "matrix-js-sdk/lib/logger.js";
import { deeds } from "./deeds.mjs";
import { watch } from "./sight.mjs";

// stdout is the protocol's; what the library has to say goes to stderr, and only when asked for.
const noise = process.env.JS_CLIENT_NOISE ? (...words) => process.stderr.write(words.join(" ") + "\n") : () => {};
for (const level of ["trace", "debug", "log", "info", "warn", "error"]) console[level] = noise;
logger.setLevel?.("silent");

const tell = (what) => process.stdout.write(JSON.stringify(what) + "\n");
const lines = readline.createInterface({ input: process.stdin });
const nextLine = lines[Symbol.asyncIterator]();

const [baseUrl, userId, strictness] = process.argv.slice(2);
const password = (await nextLine.next()).value;
const proof = { type: "m.login.password", identifier: { type: "m.id.user", user: userId }, password };

const door = sdk.createClient({ baseUrl, logger });
const login = await door.loginRequest({ ...proof, initial_device_display_name: "a js client" });
const client = sdk.createClient({
  baseUrl,
  userId: login.user_id,
  deviceId: login.device_id,
  accessToken: login.access_token,
  timelineSupport: true,
  cryptoCallbacks: {},
  logger,
});
await client.initRustCrypto({ useIndexedDB: false });

const prepared = new Promise((resolve) => {
  client.on(sdk.ClientEvent.Sync, (state) => state === "PREPARED" && resolve());
});
watch(client, tell);
// Without it a server tells ten events of a room at once, and leaves out those before them: a question with eleven choices
// is then not told when the reactions under it come in the same answer. Who scrolls has it loaded; nobody scrolls here.
const filter = new sdk.Filter(userId);
filter.setUnreadThreadNotifications(true);
filter.setTimelineLimit(100);
await client.startClient({ initialSyncLimit: 20, threadSupport: true, filter });
await prepared;

if (strictness === "strict") {
  const crypto = client.getCrypto();
  await crypto.bootstrapCrossSigning({ authUploadDeviceSigningKeys: async (upload) => void (await upload(proof)) });
  crypto.setDeviceIsolationMode(new OnlySignedDevicesIsolationMode());
}
tell({ saw: "ready", user: login.user_id, device: login.device_id });

for await (const line of nextLine) {
  const order = JSON.parse(line);
  if (order.do === "quit") break;
  // Not awaited: a slow order (a file) holds up no other. The driver awaits those whose order matters.
  Promise.resolve()
    .then(() => deeds[order.do](client, order))
    .then((answer) => tell({ id: order.id, ok: answer ?? null }))
    .catch((error) => tell({ id: order.id, error: String(error) }));
}
client.stopClient();
process.exit(0);
