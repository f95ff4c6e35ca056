// For an organisation's own page: a button in the corner that opens the chat beside what is on the page.
//
//   <script src="https://chat.example.org/embed.js" async></script>
//
// Optional: data-language="da" or "en", data-label="What the button says". Nothing is loaded from the chat until the
// button is pressed. Works under a Content-Security-Policy that allows this script and this frame, and nothing more.
(() => {
  const texts = "$words";
  const script = document.currentScript;
  const home = new URL("./", script.src);
  const asked = script.dataset.language ?? document.documentElement.lang.slice(0, 2);
  const language = asked in texts.words ? asked : texts.language;
  const words = texts.words[language];
  const WITHIN = 1_500; // milliseconds for three times Esc

  // Rules made here are no inline styles, and the page's own do not reach in.
  const rules = `
    :host { all: initial; }
    * { box-sizing: border-box; font: 500 1rem/1.4 system-ui, sans-serif; }
    button { min-height: 48px; padding: 0 1.25rem; border: 2px solid transparent; border-radius: 24px; cursor: pointer;
      background: #1f635c; color: #fff; }
    button:hover { background: #174d48; }
    button:focus-visible { outline: 3px solid #fff; outline-offset: -5px; box-shadow: 0 0 0 3px #14312e; }
    .open { position: fixed; right: 16px; bottom: 16px; z-index: 2147483000; box-shadow: 0 4px 18px #0004; }
    .panel { position: fixed; right: 16px; bottom: 16px; z-index: 2147483001; width: 400px; height: 620px;
      max-width: calc(100vw - 32px); max-height: calc(100vh - 32px); max-height: calc(100dvh - 32px);
      display: flex; flex-direction: column; overflow: hidden; border: 1px solid #14312e; border-radius: 16px;
      background: #1f635c; color: #fff; box-shadow: 0 8px 40px #0006; }
    .bar { display: flex; align-items: center; justify-content: space-between; padding: 2px 4px 2px 16px; }
    .bar h2 { margin: 0; font-weight: 600; }
    .close { min-width: 48px; padding: 0; font-size: 1.5rem; }
    iframe { flex: 1; width: 100%; border: 0; background: #f6f4ef; }
    [hidden] { display: none; }
    @media (max-width: 480px) {
      .panel { inset: 0; width: auto; height: auto; max-width: none; max-height: none; border: 0; border-radius: 0; }
    }`;

  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  root.adoptedStyleSheets = [sheet];

  const called = script.dataset.label || words["web-embed-open"];
  const opener = document.createElement("button");
  opener.type = "button";
  opener.className = "open";
  opener.textContent = called;
  opener.setAttribute("aria-expanded", "false");
  opener.addEventListener("click", open);
  root.append(opener);

  let panel = null;
  let frame = null;
  let escapes = [];

  function open() {
    panel ??= build();
    panel.hidden = false;
    opener.hidden = true;
    opener.setAttribute("aria-expanded", "true");
    tellUnread(0);
    frame.focus();
  }

  function close() {
    if (!panel || panel.hidden) return;
    panel.hidden = true;
    opener.hidden = false;
    opener.setAttribute("aria-expanded", "false");
    opener.focus();
  }

  function build() {
    const made = document.createElement("div");
    made.className = "panel";
    made.setAttribute("role", "dialog");
    made.setAttribute("aria-label", words["web-embed-title"]);
    made.lang = language;
    const bar = document.createElement("div");
    bar.className = "bar";
    const title = document.createElement("h2");
    title.textContent = words["web-embed-title"];
    const closer = document.createElement("button");
    closer.type = "button";
    closer.className = "close";
    closer.textContent = "×";
    closer.setAttribute("aria-label", words["web-embed-close"]);
    closer.addEventListener("click", close);
    bar.append(title, closer);
    frame = document.createElement("iframe");
    frame.title = words["web-embed-title"];
    frame.referrerPolicy = "no-referrer";
    frame.src = new URL(`?lang=${language}`, home);
    made.append(bar, frame);
    root.append(made);
    return made;
  }

  function tellUnread(count) {
    opener.textContent = count ? `${called} · ${words["web-embed-unread"].replace("{count}", count)}` : called;
  }

  // Once closes the panel; three times quickly is the quick exit, wherever the keys went.
  function escaped() {
    const now = Date.now();
    escapes = [...escapes.filter((at) => now - at < WITHIN), now];
    if (escapes.length >= 3) frame.contentWindow.postMessage({ peerbot: "exit" }, home.origin);
    else close();
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && frame && !event.repeat) escaped();
  });

  addEventListener("message", ({ data, origin, source }) => {
    if (!frame || origin !== home.origin || source !== frame.contentWindow) return;
    if (data?.peerbot === "escape") escaped();
    else if (data?.peerbot === "unread" && panel.hidden) tellUnread(Number(data.count) || 0);
    else if (data?.peerbot === "exit" && /^https?:\/\//.test(data.to)) {
      document.documentElement.replaceChildren();
      location.replace(data.to);
    }
  });

  const stand = () => document.body.append(host);
  if (document.body) stand();
  else addEventListener("DOMContentLoaded", stand);
})();
