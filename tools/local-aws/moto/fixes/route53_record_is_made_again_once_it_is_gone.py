"""A record can be made once there is none of its name, type and set identifier, and only then.

moto looks for the change among those that were made before, and for any record that sorts after its name: a record that
was deleted cannot be made again, and one that is there can be made twice with another value.
https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html
"""

from collections.abc import Iterator
from typing import Any

from moto.route53.models import FakeZone, Route53Backend
from patching import wrap
from service import Refusal

Change = dict[str, Any]
Record = tuple[str, str, str | None]


def record(told: dict[str, Any]) -> Record:
    return f"{told['Name'].lower().rstrip('.')}.", told["Type"], told.get("SetIdentifier")


def records(changes: list[Change], action: str) -> set[Record]:
    return {record(change["ResourceRecordSet"]) for change in changes if change["Action"] == action}


def problems(zone: FakeZone, changes: list[Change]) -> Iterator[str]:
    """Changes of a batch follow each other: what one deletes, a later one can make."""
    there = {(f"{each.name.lower().rstrip('.')}.", each.type, each.set_identifier) for each in zone.rrsets}
    for change in changes:
        name, kind, identifier = told = record(change["ResourceRecordSet"])
        if change["Action"] == "DELETE":
            there.discard(told)
        elif change["Action"] == "CREATE" and told in there:
            which = f", set identifier='{identifier}'" if identifier else ""
            yield f"Tried to create resource record set [name='{name}', type='{kind}'{which}] but it already exists"
        else:
            there.add(told)


@wrap(Route53Backend, "change_resource_record_sets")
def change_resource_record_sets(original: Any, self: Route53Backend, zoneid: str, change_list: list[Change]) -> None:
    zone = self.get_hosted_zone(zoneid)
    refused = list(problems(zone, change_list))
    if refused:
        raise Refusal("InvalidChangeBatch", f"[{', '.join(refused)}]")
    made = records(change_list, "CREATE") - records(change_list, "DELETE")
    zone.rr_changes[:] = [done for done in zone.rr_changes if not records([done], "CREATE") & made]
    original(self, zoneid, change_list)
