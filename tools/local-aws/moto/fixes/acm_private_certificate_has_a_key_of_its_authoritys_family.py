"""A private certificate has a key of its authority's family, RSA or ECDSA; RSA unless it says so. No listener takes one that failed.

ACM takes the request, and the certificate ends as FAILED. moto reads neither key.
https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html
https://github.com/aws/aws-cdk/issues/22887
"""

import warnings
from typing import Any

from moto.acm.models import CertBundle, acm_backends
from moto.acm.responses import AWSCertificateManagerResponse
from moto.acmpca.models import acmpca_backends
from moto.core.responses import ActionResult
from moto.elbv2.exceptions import ELBClientError
from moto.elbv2.models import ELBv2Backend, FakeListener
from patching import wrap

# The service answers with an error that its model does not have; moto would say so each time.
warnings.filterwarnings("ignore", message=r"Exception\(ELBClientError\) with code UnsupportedCertificate")


def family(algorithm: str) -> str:
    return algorithm.split("_")[0]


@wrap(AWSCertificateManagerResponse, "request_certificate")
def request_certificate(original: Any, self: AWSCertificateManagerResponse) -> ActionResult:
    answer: ActionResult = original(self)
    authority = self._get_param("CertificateAuthorityArn")
    if authority:
        of = acmpca_backends[self.current_account][self.region].describe_certificate_authority(authority)
        signs = of.certificate_authority_configuration["KeyAlgorithm"]
        if family(self._get_param("KeyAlgorithm") or "RSA_2048") != family(signs):
            self.acm_backend.get_certificate(answer.result["CertificateArn"]).status = "FAILED"
    return answer


@wrap(CertBundle, "describe")
def describe(original: Any, self: CertBundle) -> dict[str, Any]:
    told: dict[str, Any] = original(self)
    if self.status == "FAILED":
        told["Certificate"] |= {"Status": "FAILED", "FailureReason": "PCA_INVALID_ARGS"}
    return told


@wrap(ELBv2Backend, "create_listener")
def create_listener(
    original: Any,
    self: ELBv2Backend,
    load_balancer_arn: str,
    protocol: str,
    port: str,
    ssl_policy: str,
    certificate: str | None,
    *more: Any,
    **options: Any,
) -> FakeListener:
    if certificate and ":acm:" in certificate:
        kept = acm_backends[self.account_id][self.region_name]._certificates.get(certificate)
        if kept is not None and kept.status == "FAILED":
            raise ELBClientError("UnsupportedCertificate", f"The certificate '{certificate}' was not issued")
    return original(self, load_balancer_arn, protocol, port, ssl_policy, certificate, *more, **options)
