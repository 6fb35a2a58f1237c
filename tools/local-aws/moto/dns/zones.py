"""The public zones of Route 53, as the name server reads them."""

from collections.abc import Iterator
from typing import Any

from dns.answer import Record
from moto.route53.models import route53_backends


def whole(name: str) -> str:
    return f"{name.lower().rstrip('.')}."


def backends() -> Iterator[Any]:
    for account in list(route53_backends.values()):
        yield from account.values()


def zone_of(name: str) -> tuple[Any, Any] | None:
    """The zone that is responsible for a name, and the backend that has it: the one with the longest name."""
    found = [
        (backend, zone)
        for backend in backends()
        for zone in backend.zones.values()
        if not zone.private_zone and f".{whole(name)}".endswith(f".{whole(zone.name)}")
    ]
    return max(found, key=lambda one: len(one[1].name), default=None)


def policy(told: Any) -> tuple[str, str]:
    if told.failover:
        return "failover", told.failover
    if told.region:
        return "latency", told.region
    if told.geo_location:
        return "country", told.geo_location.get("CountryCode", "")
    return ("simple", "") if told.set_identifier is None else ("other", "")


def records_of(zone: Any) -> list[Record]:
    return [record(told) for told in zone.rrsets]


def record(told: Any) -> Record:
    how, place = policy(told)
    alias = (told.alias_target or {}).get("DNSName")
    return Record(
        name=whole(told.name),
        type=told.type,
        # Of the records that a zone is born with, moto keeps the values as the API has them.
        values=tuple(value["Value"] if isinstance(value, dict) else value for value in told.records or ()),
        ttl=int(told.ttl or 60),
        alias=whole(alias) if alias else None,
        policy=how,
        place=place,
        identifier=told.set_identifier or "",
        check=told.health_check_id,
    )
