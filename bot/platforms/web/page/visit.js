// The visit itself: begun, taken up again, signed in to, and left. Addresses are relative to the page's own.

function post(address, body, more = {}) {
  return fetch(address, {
    method: "POST",
    headers: body === undefined ? {} : { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
    cache: "no-store",
    credentials: "same-origin",
    ...more,
  });
}

// "open" ("new" if it was only just made), "refused", "unreachable", or {after: seconds} before it is tried again.
async function outcome(asked) {
  try {
    const answer = await asked;
    if (answer.ok) return answer.status === 201 ? "new" : "open";
    if (answer.status === 429 || answer.status === 503) {
      return { after: Math.max(1, Number(answer.headers.get("Retry-After")) || 30) };
    }
    return answer.status < 500 ? "refused" : "unreachable";
  } catch {
    return "unreachable";
  }
}

export const begin = (language) => outcome(post("begin", { language }));
export const enter = (key, language) => outcome(post("enter", { key, language }));
export const comeBack = (phrase, language) => outcome(post("return", { phrase, language }));
export const leave = () => outcome(post("leave", undefined, { keepalive: true }));

export async function send(file, id, language) {
  const address = `files?${new URLSearchParams({ id, name: file.name, language })}`;
  const headers = { "Content-Type": file.type || "application/octet-stream" };
  try {
    const answer = await fetch(address, { method: "POST", headers, body: file, cache: "no-store" });
    if (answer.ok) return await answer.json();
    if (answer.status === 413) return "too-large";
    return answer.status === 404 || answer.status === 429 || answer.status >= 500 ? "later" : "refused";
  } catch {
    return "later";
  }
}
