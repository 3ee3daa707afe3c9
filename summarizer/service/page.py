"""The page at `/`."""

from __future__ import annotations

from fastapi import FastAPI


def page_route(app: FastAPI) -> None:
    """To come."""
