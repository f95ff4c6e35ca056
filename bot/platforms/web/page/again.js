// Loads the page again when a part of it was lost on the way: without all of its parts it would never begin.
// No module, so that it is there when they are not.

(() => {
  const TRIES = "peerbot-tries";
  const MOST = 4;
  const tried = () => Number(sessionStorage.getItem(TRIES) ?? 0);

  function again() {
    try {
      if (tried() >= MOST) return;
      sessionStorage.setItem(TRIES, tried() + 1);
      setTimeout(() => location.reload(), 500 * 2 ** tried());
    } catch {
      // Without storage we could not stop again; the numbers to call are on the page as it is.
    }
  }

  // A script's own fault comes to the window; only what could not be loaded comes from its element.
  addEventListener("error", ({ target }) => target instanceof HTMLScriptElement && again(), true);
  addEventListener("load", () => setTimeout(() => {
    if (document.getElementById("status")?.dataset.state) sessionStorage.removeItem(TRIES);
  }, 5000));
})();
