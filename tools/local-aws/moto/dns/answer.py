"""What Route 53 answers a question with, from the records of its zones and the health of what they lead to.

https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-how-route-53-chooses-records.html
https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

# What stands for an address of AWS's own, of a load balancer or CloudFront: addresses that documentation has for itself.
OF_AWS = {"A": "192.0.2.1", "AAAA": "2001:db8::1"}


@dataclass(frozen=True)
class Record:
    """A record of a zone; its names are in lower case and end with a dot."""

    name: str
    type: str
    values: tuple[str, ...] = ()
    ttl: int = 60
    alias: str | None = None
    # How one of several of the same name and type is chosen: "simple", "failover", "latency" or "country".
    policy: str = "simple"
    # PRIMARY or SECONDARY; the country.
    place: str = ""
    identifier: str = ""
    check: str | None = None


@dataclass(frozen=True)
class Answer:
    """The records of an answer, in their order; `known` is whether the last name that was asked for is there at all."""

    records: tuple[tuple[str, str, int, str], ...]
    known: bool = True


class Unanswerable(Exception):
    """What Route 53 could answer and this does not evaluate: better no answer than a wrong one."""


Healthy = Callable[[str], bool]


def choose(group: list[Record], healthy: Healthy) -> Record:
    """The one of a group that customers get."""
    well = [each for each in group if each.check is None or healthy(each.check)]
    policies = {each.policy for each in group}
    if policies == {"failover"}:
        first, second = ([each for each in group if each.place == place] for place in ("PRIMARY", "SECONDARY"))
        # With an unhealthy second choice it is the first one, even if that is unhealthy.
        return next(each for each in [*(e for e in first if e in well), *(e for e in second if e in well), *first, *second])
    if policies == {"latency"}:
        # Where none is healthy, all are taken for healthy. Which is the nearest is not known here.
        return min(well or group, key=lambda each: each.identifier)
    if policies == {"country"}:
        # Where the question comes from is not known here: from none of the countries.
        elsewhere = [each for each in group if each.place == "*"]
        if elsewhere:
            return elsewhere[0]
    if policies == {"simple"} and len(group) == 1:
        return group[0]
    raise Unanswerable(f"{group[0].name} {group[0].type}: {', '.join(sorted(policies))}")


def answer(name: str, kind: str, records: Iterable[Record], healthy: Healthy) -> Answer:
    """The answer to a question for a name and a type. A CNAME is followed as long as it leads to a name of these records."""
    everything = list(records)
    found: list[tuple[str, str, int, str]] = []
    asked, own = name.lower(), name.lower()
    for _ in range(10):
        group = [each for each in everything if each.name == own and each.type == kind]
        if group:
            chosen = choose(group, healthy)
            if chosen.alias is None:
                return Answer((*found, *((asked, kind, chosen.ttl, value) for value in chosen.values)))
            if not any(each.name == chosen.alias for each in everything):
                return Answer((*found, (asked, kind, chosen.ttl, OF_AWS[kind])))
            own = chosen.alias
            continue
        led = [each for each in everything if each.name == own and each.type == "CNAME"]
        if not led:
            known = any(each.name == own or each.name.endswith(f".{own}") for each in everything)
            return Answer(tuple(found), known)
        chosen = choose(led, healthy)
        found.append((asked, "CNAME", chosen.ttl, chosen.values[0]))
        asked = own = chosen.values[0].lower().rstrip(".") + "."
    raise Unanswerable(f"{name} {kind}: it leads on and on")
