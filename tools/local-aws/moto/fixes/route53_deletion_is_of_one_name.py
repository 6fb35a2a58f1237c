"""A record with a set identifier is deleted by its name and type, too: other names of the zone may have the same identifier.

moto deletes every record of the zone that has the identifier.
https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html
"""

from typing import Any

from moto.route53.models import RecordSet, Route53Backend
from patching import wrap


@wrap(Route53Backend, "change_resource_record_sets")
def change_resource_record_sets(original: Any, self: Route53Backend, zoneid: str, change_list: Any) -> None:
    zone = self.get_hosted_zone(zoneid)
    changed = {key(RecordSet(one["ResourceRecordSet"])) for one in change_list}
    kept = [each for each in zone.rrsets if key(each) not in changed]
    original(self, zoneid, change_list)
    zone.rrsets += [each for each in kept if each not in zone.rrsets]


def key(record: RecordSet) -> tuple[str, str, str | None]:
    return f"{record.name.lower().rstrip('.')}.", record.type, record.set_identifier
