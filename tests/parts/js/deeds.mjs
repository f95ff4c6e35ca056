// What the client can be told to do. Each deed takes the client and the order, and returns what is answered.

import { webcrypto } from "node:crypto";
import { AllDevicesIsolationMode, OnlySignedDevicesIsolationMode } from "matrix-js-sdk/lib/crypto-api/index.js";

const encryption = { type: "m.room.encryption", state_key: "", content: { algorithm: "m.megolm.v1.aes-sha2" } };
const about = (rel_type, event_id, more = {}) => ({ "m.relates_to": { rel_type, event_id, ...more } });
const text = (body) => ({ msgtype: "m.text", body });
const base64 = (bytes) => Buffer.from(bytes).toString("base64");
const unpadded = (bytes) => base64(bytes).replace(/=+$/, "");
const send = async (client, room, type, content) => (await client.sendEvent(room, type, content)).event_id;

export const deeds = {
  async openDirect(client, { user }) {
    const wish = { preset: "trusted_private_chat", is_direct: true, invite: [user], initial_state: [encryption] };
    return (await client.createRoom(wish)).room_id;
  },
  leave: (client, { room }) => client.leave(room),

  sendContent: (client, { room, type, content }) => send(client, room, type, content),
  send: (client, { room, text: words }) => send(client, room, "m.room.message", text(words)),
  react: (client, { room, event, key }) => send(client, room, "m.reaction", about("m.annotation", event, { key })),
  edit: (client, { room, event, text: words }) =>
    send(client, room, "m.room.message", {
      ...text(`* ${words}`),
      "m.new_content": text(words),
      ...about("m.replace", event),
    }),
  redact: async (client, { room, event }) => (await client.redactEvent(room, event)).event_id,

  // What a person would see on the screen now: edits and redactions applied, reactions counted.
  view: (client, { room }) => {
    const shown = client.getRoom(room);
    return shown.getLiveTimeline().getEvents().map((event) => ({
      event: event.getId(),
      type: event.getType(),
      sender: event.getSender(),
      redacted: event.isRedacted(),
      edited: Boolean(event.replacingEvent()),
      content: event.getContent(),
      reactions: Object.fromEntries(
        (shown.relations.getChildEventsForEvent(event.getId(), "m.annotation", "m.reaction")
          ?.getSortedAnnotationsByKey() ?? []).map(([key, events]) => [key, events.size]),
      ),
    }));
  },
  members: (client, { room }) =>
    Object.fromEntries((client.getRoom(room)?.getMembers() ?? []).map((one) => [one.userId, one.membership])),

  // Whether each device of somebody is signed by its owner, as this client judges it.
  devices: async (client, { user }) => {
    const crypto = client.getCrypto();
    const known = (await crypto.getUserDeviceInfo([user], true)).get(user) ?? new Map();
    const judged = [...known.keys()].map(async (device) => {
      const status = await crypto.getDeviceVerificationStatus(user, device);
      return [device, Boolean(status?.signedByOwner)];
    });
    return Object.fromEntries(await Promise.all(judged));
  },
  beStrict: (client, { strict }) => {
    const mode = strict ? new OnlySignedDevicesIsolationMode() : new AllDevicesIsolationMode(false);
    client.getCrypto().setDeviceIsolationMode(mode);
  },

  async sendFile(client, { room, name, mime, msgtype, data }) {
    const key = await webcrypto.subtle.generateKey({ name: "AES-CTR", length: 256 }, true, ["encrypt", "decrypt"]);
    const iv = new Uint8Array(16);
    webcrypto.getRandomValues(iv.subarray(0, 8)); // the other half counts the blocks
    const clear = Buffer.from(data, "base64");
    const locked = await webcrypto.subtle.encrypt({ name: "AES-CTR", counter: iv, length: 64 }, key, clear);
    const hash = await webcrypto.subtle.digest("SHA-256", locked);
    const uploaded = await client.uploadContent(new Blob([locked]), { type: "application/octet-stream" });
    const file = {
      v: "v2",
      url: uploaded.content_uri,
      key: await webcrypto.subtle.exportKey("jwk", key),
      iv: unpadded(iv),
      hashes: { sha256: unpadded(hash) },
    };
    const info = { mimetype: mime, size: clear.length };
    return send(client, room, "m.room.message", { msgtype, body: name, info, file });
  },
  async fetchFile(client, { room, event }) {
    const { file, url } = client.getRoom(room).findEventById(event).getContent();
    const http = client.mxcUrlToHttp(file?.url ?? url, undefined, undefined, undefined, false, true, true);
    const answer = await fetch(http, { headers: { Authorization: `Bearer ${client.getAccessToken()}` } });
    const locked = await answer.arrayBuffer();
    if (!file) return base64(locked);
    const key = await webcrypto.subtle.importKey("jwk", file.key, { name: "AES-CTR" }, false, ["decrypt"]);
    const counter = Buffer.from(file.iv, "base64");
    return base64(await webcrypto.subtle.decrypt({ name: "AES-CTR", counter, length: 64 }, key, locked));
  },
};
