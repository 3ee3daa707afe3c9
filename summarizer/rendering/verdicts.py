"""The verdicts on a briefing for the terminal: how many facts hold, and each one that does not, with the reason."""

from __future__ import annotations

from summarizer.rendering.page import FAINT, HEADING, Page, shown, styled
from summarizer.verdicts import FactVerdict, VerificationReport
from summarizer.vocabulary import VerdictKind

_STYLES: dict[VerdictKind, str] = {"absent": "red", "altered": "red", "unjudged": "yellow", "supported": "green"}
_LONGEST = 160
"""Characters of a value that are shown."""


def render_verdicts(report: VerificationReport, *, width: int | None = None, color: bool) -> str:
    """The report as rows of text: counts first, then each field that is not supported, worst first.

    `width` and `color` as in `render_terminal`.
    """
    page = Page(width)
    page.add(styled(summary(report), "bold"))
    for kind, heading in (("absent", "Absent"), ("altered", "Altered"), ("unjudged", "Not judged")):
        verdicts = [v for v in report.verdicts if v.kind == kind]
        if verdicts:
            page.gap()
            page.add(styled(heading, HEADING))
            for verdict in verdicts:
                _verdict(page, verdict)
    return page.render(color=color)


def summary(report: VerificationReport) -> str:
    """The counts in one line, and whether the briefing holds."""
    counts = [f"{report.supported} of {report.facts} facts supported"]
    counts += [f"{getattr(report, kind)} {kind}" for kind in ("altered", "absent", "unjudged") if getattr(report, kind)]
    return f"{', '.join(counts)}."


def _verdict(page: Page, verdict: FactVerdict) -> None:
    value = verdict.value if len(verdict.value) <= _LONGEST else f"{verdict.value[: _LONGEST - 1]}…"
    head = styled(verdict.path, _STYLES[verdict.kind]) + styled("  ") + shown(value)
    page.add(head, indent=2, hang=2)
    if verdict.difference is not None:
        page.add(shown(verdict.difference), indent=6)
    page.add(shown(verdict.reason, FAINT), indent=6)
