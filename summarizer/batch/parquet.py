"""Parquet, which a corpus may come in and briefings may go out as, where pyarrow is there."""

from __future__ import annotations

from pathlib import Path

from summarizer.errors import SettingsError


def is_parquet(path: Path) -> bool:
    """Whether a file is Parquet by its name."""
    return path.suffix.lower() == ".parquet"


def require_pyarrow() -> None:
    """Raise `SettingsError` where Parquet can be neither read nor written."""
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError:
        raise SettingsError("Parquet needs pyarrow.", hint='pip install "summarizer[parquet]"') from None
