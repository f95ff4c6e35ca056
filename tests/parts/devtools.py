"""What a browser's developer tools would show of one visitor: requests, and errors nobody expected.

An error is a line that the browser or the page wrote to the console as such (a violation of the
Content-Security-Policy and a file that could not be loaded are among them), or an exception that
no script caught.
"""

import re
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from playwright.async_api import BrowserContext, ConsoleMessage, Page, WebError


class DevTools:
    """Open from the first request on, for all tabs and frames of the visitor."""

    def __init__(self, context: BrowserContext) -> None:
        self.requests: list[str] = []
        """Every address that was asked for, in order, web sockets too; also in vain."""
        self.errors: list[str] = []
        """Everything that went wrong, allowed or not."""
        self._allowed: list[re.Pattern[str]] = []
        context.on("request", lambda request: self.requests.append(request.url))
        context.on("console", self._hear)
        context.on("weberror", self._catch)
        context.on("page", self._follow)

    @property
    def hosts(self) -> set[str]:
        """With whom the pages spoke, as `127.0.0.1:8080`."""
        return {host for url in self.requests if (host := urlsplit(url).netloc)}

    def allow(self, pattern: str) -> None:
        """Errors in which this regular expression is found, past or to come, are no failure."""
        self._allowed.append(re.compile(pattern))

    @property
    def unexpected(self) -> list[str]:
        """The errors that nobody allowed."""
        return [error for error in self.errors if not any(a.search(error) for a in self._allowed)]

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"{message.text} [{message.location['url']}]")

    def _catch(self, error: WebError) -> None:
        self.errors.append(f"uncaught: {error.error.stack or error.error}")

    def _follow(self, page: Page) -> None:
        page.on("websocket", lambda socket: self.requests.append(socket.url))
        page.on("crash", lambda crashed: self.errors.append(f"crashed: {crashed.url}"))


_open: WeakKeyDictionary[BrowserContext, DevTools] = WeakKeyDictionary()


def devtools(page: Page | BrowserContext) -> DevTools:
    """The developer tools of the visitor whose page this is; opened when first asked for."""
    context = page.context if isinstance(page, Page) else page
    if context not in _open:
        _open[context] = DevTools(context)
    return _open[context]
