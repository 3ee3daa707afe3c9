"""summarizer: from a news article about a negotiation to a briefing with evidence behind every line.

from summarizer import Article, Summarizer

with Summarizer() as summarizer:
    briefing = summarizer.brief(Article.from_file("article.txt"))
print(briefing.markdown())
"""

from summarizer.article import Article
from summarizer.blocking import Summarizer
from summarizer.briefing import Briefing
from summarizer.dossier import Dossier
from summarizer.errors import (
    AnswerInvalidError,
    AnswerTruncatedError,
    ArticleError,
    AuthenticationError,
    BriefingFormatError,
    BudgetExceededError,
    ContextExceededError,
    DeadlineExceededError,
    DossierFormatError,
    EmptyArticleError,
    ModelError,
    ModelRefusedError,
    ModelUnavailableError,
    RateLimitedError,
    SettingsError,
    SourceNotFoundError,
    SummarizerError,
    UnknownModelError,
    UnreadableSourceError,
    WeightsCorruptError,
    WeightsError,
    WeightsUnavailableError,
)
from summarizer.events import Event, Fact, Finished, Notice, Stage
from summarizer.many import Briefed
from summarizer.summarizer import AsyncSummarizer
from summarizer.verdicts import FactVerdict, VerificationReport
from summarizer.verification import verify
from summarizer.version import __version__

__all__ = [
    "AnswerInvalidError",
    "AnswerTruncatedError",
    "Article",
    "ArticleError",
    "AsyncSummarizer",
    "AuthenticationError",
    "Briefed",
    "Briefing",
    "BriefingFormatError",
    "BudgetExceededError",
    "ContextExceededError",
    "DeadlineExceededError",
    "Dossier",
    "DossierFormatError",
    "EmptyArticleError",
    "Event",
    "Fact",
    "FactVerdict",
    "Finished",
    "ModelError",
    "ModelRefusedError",
    "ModelUnavailableError",
    "Notice",
    "RateLimitedError",
    "SettingsError",
    "SourceNotFoundError",
    "Stage",
    "Summarizer",
    "SummarizerError",
    "UnknownModelError",
    "UnreadableSourceError",
    "VerificationReport",
    "WeightsCorruptError",
    "WeightsError",
    "WeightsUnavailableError",
    "__version__",
    "verify",
]
