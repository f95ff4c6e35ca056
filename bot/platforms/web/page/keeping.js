// The little that outlives a reload in this tab. A browser that keeps nothing for us is no obstacle.

// One origin may have several doors, each with a visitor of its own, as cookies have it.
export const door = new URL(".", location.href).pathname;

const called = (name) => `${door}#${name}`;

export function keep(name, value) {
  try {
    if (value === null) sessionStorage.removeItem(called(name));
    else sessionStorage.setItem(called(name), JSON.stringify(value));
  } catch {
    // It stays in memory only.
  }
}

export function kept(name) {
  try {
    return JSON.parse(sessionStorage.getItem(called(name)));
  } catch {
    return null;
  }
}

// Somebody left while there was no connection, so the visit must still be ended when there is one. This says only
// that, and has to outlive the tab: whoever uses this device next must not be shown the visit.
export function oweLeaving(owed) {
  try {
    if (owed) localStorage.setItem(called("leave"), "1");
    else localStorage.removeItem(called("leave"));
  } catch {
    // Then the visit ends when it runs out.
  }
}

export function owesLeaving() {
  try {
    return localStorage.getItem(called("leave")) !== null;
  } catch {
    return false;
  }
}

export function forget() {
  try {
    const ours = Object.keys(sessionStorage).filter((key) => key.startsWith(called("")));
    for (const key of ours) sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
