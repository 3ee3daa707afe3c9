"""Seats of government that stand for their country among the parties: "Moscow" wants what Russia wants.

Names of the cities come from the Unicode CLDR in all its languages, which knows those that a time zone is named after;
the others, and houses that stand for a government, are listed. A city that stands for another body as well (Brussels,
The Hague, Geneva) or whose state is disputed stands for itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from summarizer.merging.spelling import bare_party, place_code

_CAPITALS = (
    "Europe/Amsterdam Europe/Athens Europe/Belgrade Europe/Berlin Europe/Bratislava Europe/Bucharest Europe/Budapest "
    "Europe/Chisinau Europe/Copenhagen Europe/Dublin Europe/Helsinki Europe/Kiev Europe/Lisbon Europe/Ljubljana "
    "Europe/London Europe/Madrid Europe/Minsk Europe/Moscow Europe/Oslo Europe/Paris Europe/Podgorica Europe/Prague "
    "Europe/Riga Europe/Rome Europe/Sarajevo Europe/Skopje Europe/Sofia Europe/Stockholm Europe/Tallinn Europe/Tirane "
    "Europe/Vienna Europe/Vilnius Europe/Warsaw Europe/Zagreb Atlantic/Reykjavik Asia/Amman Asia/Ashgabat "
    "Asia/Baghdad Asia/Baku Asia/Bangkok Asia/Beirut Asia/Bishkek Asia/Damascus Asia/Dhaka Asia/Dushanbe Asia/Jakarta "
    "Asia/Kabul Asia/Katmandu Asia/Manila Asia/Muscat Asia/Phnom_Penh Asia/Pyongyang Asia/Riyadh Asia/Seoul "
    "Asia/Taipei Asia/Tashkent Asia/Tbilisi Asia/Tehran Asia/Tokyo Asia/Ulaanbaatar Asia/Vientiane Asia/Yerevan "
    "Africa/Accra Africa/Addis_Ababa Africa/Algiers Africa/Asmera Africa/Bamako Africa/Cairo Africa/Dakar "
    "Africa/Harare Africa/Juba Africa/Kampala Africa/Khartoum Africa/Kigali Africa/Kinshasa Africa/Luanda "
    "Africa/Lusaka Africa/Maputo Africa/Mogadishu Africa/Nairobi Africa/Ndjamena Africa/Niamey Africa/Ouagadougou "
    "Africa/Tripoli Africa/Tunis America/Bogota America/Buenos_Aires America/Caracas America/Havana America/Lima "
    "America/Managua America/Mexico_City America/Montevideo America/Santiago America/Tegucigalpa"
)
_NAMED: Mapping[str, str] = {
    "US": "Washington, Вашингтон, White House, Белый дом, Білий дім, Weißes Haus, Maison-Blanche, Casa Blanca",
    "CN": "Beijing, Пекин, Пекін, Peking, Pékin, Pekín",
    "RU": "Kremlin, Кремль, Kreml",
    "GB": "Downing Street, Whitehall",
    "TR": "Ankara, Анкара",
    "PK": "Islamabad, Исламабад, Ісламабад",
    "IN": "New Delhi, Нью-Дели, Нью-Делі, Neu-Delhi, Nueva Delhi, Delhi",
    "CA": "Ottawa, Оттава",
    "AU": "Canberra, Канберра",
    "BR": "Brasília, Brasilia, Бразилиа",
    "VN": "Hanoi, Ханой, Hanói",
    "ZA": "Pretoria, Претория, Преторія",
    "QA": "Doha, Доха",
    "AE": "Abu Dhabi, Абу-Даби, Абу-Дабі",
    "CH": "Bern, Berne, Берн, Berna",
    "NG": "Abuja, Абуджа",
}


@cache
def _capitals() -> Mapping[str, str]:
    from babel.core import get_global

    territories, aliases = get_global("zone_territories"), get_global("zone_aliases")
    return {zone: str(territories[aliases.get(zone, zone)]) for zone in _CAPITALS.split()}


@cache
def _named() -> Mapping[str, str]:
    return {name.casefold(): code for code, names in _NAMED.items() for name in names.split(", ")}


def party_code(name: str, language: str | None) -> str | None:
    """The CLDR's code of the country or body that a party's name is one of, or the seat of; `None` for others."""
    bare = bare_party(name)
    code = place_code(bare, language)
    return _capitals().get(code, code) if code is not None else _named().get(bare.casefold().removeprefix("the "))
