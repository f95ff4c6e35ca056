// One socket to the bot, opened again whenever it is lost, until it is stopped.

const FIRST_PAUSE = 1_000; // milliseconds; doubled each time
const LONGEST_PAUSE = 30_000;
const SHUT_OUT_PAUSE = 300_000; // a browser that keeps no cookie would begin a visit in vain each time
const PATIENCE = 20_000; // without a word from the bot after we said something: the line is dead
const ASLEEP = 60_000; // hidden for longer than this, a phone may have cut the line without telling us

export class Connection {
  #socket = null;
  #opening = false;
  #stopped = false;
  #failures = 0;
  #shutOut = 0; // times in a row that a visit was begun, and the socket did not open all the same
  #mustBegin = true;
  #everOpen = false;
  #ready = false;
  #notBefore = 0;
  #timer = 0;
  #patience = 0;
  #hiddenAt = 0;

  // `begin` makes sure that there is a visit; `greeting` gives the first frame; `received` takes each frame;
  // `changed` hears "connected", "lost", "shut-out" (lost, though visits can be begun) or {after: seconds}.
  constructor({ begin, greeting, received, changed }) {
    Object.assign(this, { begin, greeting, received, changed });
    addEventListener("online", () => this.#wake());
    addEventListener("offline", () => this.#drop());
    addEventListener("pageshow", (event) => event.persisted && this.restart());
    document.addEventListener("visibilitychange", () => this.#seen());
  }

  // Whether what is said now goes out now, in its turn: not before the bot has shown what came meanwhile.
  get open() {
    return this.#ready && this.#socket.readyState === WebSocket.OPEN;
  }

  async start() {
    const hidden = document.visibilityState === "hidden";
    if (this.#stopped || this.#opening || this.#socket || (hidden && !this.#everOpen)) return;
    clearTimeout(this.#timer);
    this.#opening = true;
    // A page that nobody looks at takes up its visit again, but begins none.
    const begun = this.#mustBegin && !hidden ? await this.begin() : "open";
    this.#opening = false;
    if (this.#stopped) return;
    if (begun === "open") this.#connect();
    else if (begun.after) this.#wait(begun.after);
    else this.#lost();
  }

  send(frame) {
    if (!this.open) return false;
    this.#socket.send(JSON.stringify(frame));
    this.#patience ||= setTimeout(() => this.#drop(), PATIENCE);
    return true;
  }

  // Lets go of this socket and opens another: for another visit, or to be shown everything anew.
  restart() {
    this.#stopped = false;
    this.#letGo();
    this.#failures = 0;
    this.#mustBegin = true;
    this.start();
  }

  stop() {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#letGo();
  }

  #connect() {
    const address = new URL("socket", location.href);
    address.protocol = address.protocol.replace("http", "ws");
    const socket = new WebSocket(address);
    this.#socket = socket;
    this.#patience = setTimeout(() => this.#drop(), PATIENCE);
    this.#mustBegin = true; // unless the socket turns out to open: then there is a visit
    this.#shutOut += 1;
    socket.onopen = () => {
      this.#mustBegin = false;
      this.#shutOut = 0;
      socket.send(JSON.stringify(this.greeting()));
    };
    socket.onmessage = ({ data }) => {
      this.#beHeartened();
      const frame = JSON.parse(data);
      if (frame.is === "ready") {
        this.#failures = 0;
        this.#ready = this.#everOpen = true;
        this.changed("connected");
      }
      this.received(frame);
    };
    socket.onclose = () => this.#drop();
  }

  #drop() {
    if (!this.#socket) return;
    this.#letGo();
    this.#lost();
  }

  #letGo() {
    this.#beHeartened();
    const socket = this.#socket;
    this.#socket = null;
    this.#ready = false;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  #beHeartened() {
    clearTimeout(this.#patience);
    this.#patience = 0;
  }

  #lost() {
    if (this.#stopped) return;
    this.#failures += 1;
    const shutOut = this.#shutOut > 2;
    this.changed(shutOut ? "shut-out" : "lost");
    const pause = shutOut ? SHUT_OUT_PAUSE : Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (this.#failures - 1));
    this.#later(pause * (0.5 + Math.random() / 2)); // not everybody at once after an outage
  }

  #wait(seconds) {
    this.changed({ after: seconds });
    this.#notBefore = Date.now() + seconds * 1000;
    this.#later(seconds * 1000 + Math.random() * 1000);
  }

  #later(milliseconds) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.start(), milliseconds);
  }

  #wake() {
    if (Date.now() >= this.#notBefore) this.start();
  }

  #seen() {
    if (document.visibilityState === "hidden") {
      this.#hiddenAt = Date.now();
      return;
    }
    if (this.open && this.#hiddenAt && Date.now() - this.#hiddenAt > ASLEEP) this.#letGo();
    this.#wake();
  }
}
