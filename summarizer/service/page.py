"""The page at `/`: an article in, its briefing beside it. One answer with its script and style inside, no build step.

The finished briefing is the HTML rendering, in a sandboxed frame. A frame made from a blob inherits this page's
content security policy, so that policy names the rendering's script and style as well, by their hashes.
"""

from __future__ import annotations

from functools import cache

from fastapi import FastAPI, Request
from starlette.responses import Response

from summarizer.reading.language_detection import ISO_639_1
from summarizer.rendering.html import asset, hash_of, page_script, page_style, templates
from summarizer.service.answers import is_held, tag_of

PACKAGE = "summarizer.service"
"""Where the page's parts are, in the folder `assets`."""


def page_route(app: FastAPI) -> None:
    """Answer GET and HEAD at `/` with the page. Whoever reaches the service may see it; briefings need a key."""
    app.add_api_route("/", _front, methods=["GET", "HEAD"], include_in_schema=False)


@cache
def front_policy() -> str:
    """The content security policy of the page, and so of the frame in it."""
    scripts = f"'{hash_of(front_script())}' '{hash_of(page_script())}'"
    styles = f"'{hash_of(front_style())}' '{hash_of(page_style())}'"
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {scripts}",
            f"style-src {styles}",
            "connect-src 'self'",
            "frame-src blob:",
            # The icon, which is part of the page.
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            # No string becomes markup or script in this page: there is no policy that could make one.
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def front_script() -> str:
    """The page's own script."""
    return asset(PACKAGE, "front.js")


def front_style() -> str:
    """The page's own style."""
    return asset(PACKAGE, "front.css")


async def _front(request: Request) -> Response:
    body, tag = _page()
    headers = {
        "ETag": tag,
        "Cache-Control": "no-cache",
        "Content-Security-Policy": front_policy(),
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    if is_held(request, tag):
        return Response(status_code=304, headers=headers)
    return Response(body, headers=headers, media_type="text/html; charset=utf-8")


@cache
def _page() -> tuple[bytes, str]:
    """The page and its `ETag`."""
    template = templates(PACKAGE).get_template("front.html.j2")
    body = template.render(style=front_style(), script=front_script(), languages=_languages()).encode()
    return body, tag_of(body + front_policy().encode())


def _languages() -> list[tuple[str, str]]:
    """Codes of languages and their English names, by name."""
    from babel import Locale

    names = Locale("en").languages
    return sorted(((code, names[code]) for code in ISO_639_1 if code in names), key=lambda pair: pair[1])
