// What the client was shown, told line by line. An encrypted event is told when it could be read, or could not.

import * as sdk from "matrix-js-sdk";
import { EventShieldColour, EventShieldReason } from "matrix-js-sdk/lib/crypto-api/index.js";

const unread = (event) =>
  event.isBeingDecrypted() || (event.isEncrypted() && !event.getClearContent() && !event.isDecryptionFailure());

// Events are told when they can be read, which may be in another order; people see the timeline's.
const places = new Map();

async function told(client, event) {
  const failed = event.isDecryptionFailure();
  const seen = {
    saw: "event",
    room: event.getRoomId(),
    event: event.getId(),
    type: failed ? "m.room.encrypted" : event.getType(),
    sender: event.getSender(),
    state_key: event.getStateKey() ?? null,
    content: event.getContent(),
    redacts: event.event.redacts ?? null,
    place: places.get(event.getId()) ?? null,
    encrypted: event.isEncrypted() && !failed,
  };
  if (seen.encrypted) {
    const judged = await client.getCrypto().getEncryptionInfoForEvent(event);
    seen.shield = judged ? EventShieldColour[judged.shieldColour] : null;
    seen.shield_reason = judged?.shieldReason == null ? null : EventShieldReason[judged.shieldReason];
  }
  return seen;
}

export function watch(client, tell) {
  const tellEvent = async (event) => tell(await told(client, event));
  client.on(sdk.RoomEvent.Timeline, (event, room, toStart) => {
    if (!toStart && !places.has(event.getId())) places.set(event.getId(), places.size);
    if (!toStart && !unread(event) && !event.status) tellEvent(event); // a status means: my own, still on its way
  });
  client.on(sdk.RoomEvent.LocalEchoUpdated, (event) => event.status === null && !unread(event) && tellEvent(event));
  client.on(sdk.MatrixEventEvent.Decrypted, (event) => tellEvent(event));
  client.on(sdk.RoomMemberEvent.Typing, (_, member) =>
    tell({ saw: "typing", room: member.roomId, user: member.userId, typing: member.typing }),
  );
  client.on(sdk.RoomMemberEvent.Membership, (_, member) => {
    tell({ saw: "member", room: member.roomId, user: member.userId, membership: member.membership });
    if (member.userId === client.getUserId() && member.membership === "invite")
      client.joinRoom(member.roomId).catch(() => {}); // withdrawn meanwhile
  });
}
