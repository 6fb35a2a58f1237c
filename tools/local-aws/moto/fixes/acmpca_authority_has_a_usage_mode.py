"""An authority is for every purpose, or for short-lived certificates only, which ACM cannot issue.

moto says of every authority that its certificates are short-lived.
https://docs.aws.amazon.com/privateca/latest/userguide/short-lived-certificates.html
"""

import json
from typing import Any

from moto.acm.models import AWSCertificateManagerBackend
from moto.acmpca.models import acmpca_backends
from moto.acmpca.responses import ACMPCAResponse
from patching import wrap
from service import Refusal

USUAL = "GENERAL_PURPOSE"


@wrap(ACMPCAResponse, "create_certificate_authority")
def create_certificate_authority(original: Any, self: ACMPCAResponse) -> str:
    answer: str = original(self)
    made = self.acmpca_backend.describe_certificate_authority(json.loads(answer)["CertificateAuthorityArn"])
    made.usage_mode = json.loads(self.body).get("UsageMode") or USUAL
    return answer


@wrap(AWSCertificateManagerBackend, "request_certificate")
def request_certificate(original: Any, self: AWSCertificateManagerBackend, *args: Any, **asked: Any) -> str:
    arn = asked.get("cert_authority_arn") or (args[4] if len(args) > 4 else None)
    if arn:
        of = acmpca_backends[self.account_id][self.region_name].describe_certificate_authority(arn)
        if of.usage_mode != USUAL:
            raise Refusal("InvalidArnException", f"ACM issues no certificates with {arn}: its are short-lived")
    return original(self, *args, **asked)
