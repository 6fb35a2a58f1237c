"""An alias within a zone leads to a record of that zone, of its own type, that is there or comes in the same change.

AWS refuses any other with InvalidChangeBatch, and one that leads into another zone of the account as well. moto takes
them. What AWS itself names (a load balancer, a distribution) is in zones of AWS's own, which are not looked at here.
https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html
"""

from collections.abc import Iterator
from typing import Any

from moto.route53.models import FakeZone, Route53Backend
from patching import wrap
from service import Refusal

Change = dict[str, Any]
Record = tuple[str, str, str | None]


def whole(name: str) -> str:
    return f"{name.lower().rstrip('.')}."


def record(change: Change) -> Record:
    told = change["ResourceRecordSet"]
    return whole(told["Name"]), told["Type"], told.get("SetIdentifier")


def after(zone: FakeZone, changes: list[Change]) -> set[tuple[str, str]]:
    """Name and type of each record that the zone has once the changes are made."""
    there: set[Record] = {(whole(each.name), each.type, each.set_identifier) for each in zone.rrsets}
    gone = {record(change) for change in changes if change["Action"] == "DELETE"}
    come = {record(change) for change in changes if change["Action"] != "DELETE"}
    return {(name, kind) for name, kind, _ in (there - gone) | come}


def problems(backend: Route53Backend, zone: FakeZone, changes: list[Change]) -> Iterator[str]:
    for change in changes:
        alias = change["ResourceRecordSet"].get("AliasTarget")
        target_zone = alias["HostedZoneId"].removeprefix("/hostedzone/") if alias else ""
        if change["Action"] == "DELETE" or target_zone not in backend.zones:
            continue
        target = whole(alias["DNSName"]), record(change)[1]
        tried = f"Tried to create an alias that targets {target[0]}, type {target[1]} in zone {target_zone}, but"
        if target_zone != zone.resource_id or not f".{target[0]}".endswith(f".{whole(zone.name)}"):
            yield f"{tried} the alias target name does not lie within the target zone"
        if target_zone != zone.resource_id or target not in after(zone, changes):
            yield f"{tried} that target was not found"


@wrap(Route53Backend, "change_resource_record_sets")
def change_resource_record_sets(original: Any, self: Route53Backend, zoneid: str, change_list: list[Change]) -> None:
    refused = list(problems(self, self.get_hosted_zone(zoneid), change_list))
    if refused:
        raise Refusal("InvalidChangeBatch", f"[{', '.join(refused)}]")
    original(self, zoneid, change_list)
