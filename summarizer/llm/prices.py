"""What tokens cost, from `genai-prices`' own table; no network."""

from __future__ import annotations


def cost_of(provider: str, model: str, input_tokens: int, output_tokens: int) -> float | None:
    """US dollars for so many tokens; 0 for the embedded model, `None` where the price is not known."""
    if provider == "embedded":
        return 0.0
    from genai_prices import Usage, calc_price

    try:
        price = calc_price(
            Usage(input_tokens=input_tokens, output_tokens=output_tokens), model_ref=model, provider_id=provider
        )
    except LookupError:
        return None
    return float(price.total_price)
