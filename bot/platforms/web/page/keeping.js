// The little that outlives a reload in this tab. A browser that keeps nothing for us is no obstacle.

export function keep(name, value) {
  try {
    if (value === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, JSON.stringify(value));
  } catch {
    // It stays in memory only.
  }
}

export function kept(name) {
  try {
    return JSON.parse(sessionStorage.getItem(name));
  } catch {
    return null;
  }
}

// Somebody left while there was no connection, so the visit must still be ended when there is one. This says only
// that, and has to outlive the tab: whoever uses this device next must not be shown the visit.
export function oweLeaving(owed) {
  try {
    if (owed) localStorage.setItem("leave", "1");
    else localStorage.removeItem("leave");
  } catch {
    // Then the visit ends when it runs out.
  }
}

export function owesLeaving() {
  try {
    return localStorage.getItem("leave") !== null;
  } catch {
    return false;
  }
}

export function forget() {
  try {
    sessionStorage.clear();
  } catch {
    // Nothing was kept.
  }
}
