"""A certificate is issued when the record that validates each of its names is in a public zone, and not before.

AWS looks for the CNAME that it asked for. moto issues every certificate after a while, whether anyone made a record or
not, and says that it was issued while it is pending.
https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html
"""

from collections.abc import Iterator
from typing import Any

from moto.acm.models import CertBundle
from moto.route53.models import route53_backends
from patching import wrap


def records(certificate: CertBundle) -> Iterator[tuple[str, str]]:
    """The CNAMEs of the account's public zones, by name and value."""
    _, partition, _, _, account, _ = certificate.arn.split(":", 5)
    for zone in route53_backends[account][partition].zones.values():
        if not zone.private_zone:
            for record in zone.rrsets:
                if record.type == "CNAME":
                    yield from ((record.name.rstrip("."), value.rstrip(".")) for value in record.records)


def validated(certificate: CertBundle) -> bool:
    found = set(records(certificate))
    options = certificate.describe()["Certificate"].get("DomainValidationOptions", [])
    asked = [option["ResourceRecord"] for option in options]
    return all((record["Name"].rstrip("."), record["Value"].rstrip(".")) in found for record in asked)


@wrap(CertBundle, "check")
def check(original: Any, self: CertBundle) -> None:
    if self.status != "PENDING_VALIDATION" or validated(self):
        original(self)


@wrap(CertBundle, "describe")
def describe(original: Any, self: CertBundle) -> dict[str, Any]:
    answer = original(self)
    if self.status == "PENDING_VALIDATION":
        answer["Certificate"].pop("IssuedAt", None)
    return answer
