"""A domain name of API Gateway is available, tells the name that an alias record leads to, and has an issued certificate.

AWS refuses a certificate that is not issued or lies in another region, and tells no mutual TLS where there is none. moto
takes any certificate, and tells neither state nor target. The hosted zone is that of eu-west-1, in every region.
https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/domainnames.html
"""

from typing import Any

from moto.acm.models import acm_backends
from moto.apigatewayv2.exceptions import APIGatewayV2Error
from moto.apigatewayv2.models import ApiGatewayV2Backend, DomainName
from moto.moto_api._internal import mock_random
from patching import wrap

HOSTED_ZONE = "ZLY8HYME6SFDD"


class BadCertificate(APIGatewayV2Error):
    code = 400

    def __init__(self, arn: str, why: str) -> None:
        super().__init__("BadRequestException", f"The certificate {arn} {why}")


def check(backend: ApiGatewayV2Backend, arn: str) -> None:
    certificate = acm_backends[backend.account_id][backend.region_name]._certificates.get(arn)
    if certificate is None:
        raise BadCertificate(arn, f"does not exist in {backend.region_name}")
    certificate.check()
    if certificate.status != "ISSUED":
        raise BadCertificate(arn, "is not issued")


@wrap(ApiGatewayV2Backend, "create_domain_name")
def create_domain_name(original: Any, self: ApiGatewayV2Backend, **asked: Any) -> DomainName:
    for each in asked["domain_name_configurations"]:
        check(self, each.get("certificateArn", ""))
        target = f"d-{mock_random.get_random_hex(10)}.execute-api.{self.region_name}.amazonaws.com"
        each.setdefault("ipAddressType", "ipv4")
        each.update(apiGatewayDomainName=target, hostedZoneId=HOSTED_ZONE, domainNameStatus="AVAILABLE")
    return original(self, **asked)


@wrap(DomainName, "to_json")
def to_json(original: Any, self: DomainName) -> dict[str, Any]:
    return {name: value for name, value in original(self).items() if name != "mutualTlsAuthentication" or value}
