"""HTTP APIs."""

import datetime
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from support import OTHER_REGION, REGION, AwsTest


def self_signed(name: str) -> dict[str, bytes]:
    """What is imported into ACM: such a certificate is issued at once."""
    key, subject = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now, day = datetime.datetime.now(datetime.timezone.utc), datetime.timedelta(days=1)
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
    built = builder.serial_number(x509.random_serial_number()).not_valid_before(now - day).not_valid_after(now + day)
    pem, form = serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL
    return {
        "Certificate": built.sign(key, hashes.SHA256()).public_bytes(pem),
        "PrivateKey": key.private_bytes(pem, form, serialization.NoEncryption()),
    }


class HttpApis(AwsTest):
    FIX = "apigateway_http_apis_need_no_rest_apis"

    def test_an_api_is_made_and_told(self) -> None:
        apis = self.client("apigatewayv2")
        made = apis.create_api(Name=self.name("api"), ProtocolType="HTTP")
        self.assertEqual(apis.get_api(ApiId=made["ApiId"])["ProtocolType"], "HTTP")


class DomainNames(AwsTest):
    FIX = "apigateway_domain_name_has_an_issued_certificate_and_a_target"

    def named(self, certificate: str) -> dict[str, Any]:
        configuration = {"CertificateArn": certificate, "EndpointType": "REGIONAL", "SecurityPolicy": "TLS_1_2"}
        return {"DomainName": "events.example.com", "DomainNameConfigurations": [configuration]}

    def certificate(self, region: str = REGION) -> str:
        return self.client("acm", region).import_certificate(**self_signed("events.example.com"))["CertificateArn"]

    def test_one_is_available_and_tells_its_target(self) -> None:
        apis = self.client("apigatewayv2")
        apis.create_domain_name(**self.named(self.certificate()))
        told = apis.get_domain_name(DomainName="events.example.com")
        configuration = told["DomainNameConfigurations"][0]
        self.assertEqual(configuration["DomainNameStatus"], "AVAILABLE")
        self.assertRegex(configuration["ApiGatewayDomainName"], rf"^d-\w{{10}}\.execute-api\.{REGION}\.amazonaws\.com$")
        self.assertNotIn("MutualTlsAuthentication", told)
        apis.delete_domain_name(DomainName="events.example.com")

    def test_a_certificate_of_another_region_is_refused(self) -> None:
        create = self.client("apigatewayv2").create_domain_name
        self.refused("BadRequestException", create, **self.named(self.certificate(OTHER_REGION)))

    def test_a_certificate_that_is_not_issued_is_refused(self) -> None:
        pending = self.client("acm").request_certificate(DomainName="events.example.com", ValidationMethod="DNS")
        create = self.client("apigatewayv2").create_domain_name
        self.assertIn("not issued", self.refused("BadRequestException", create, **self.named(pending["CertificateArn"])))


class Authorizers(AwsTest):
    FIX = "apigateway_api_lists_its_authorizers"

    def test_each_is_in_the_list_with_its_issuer(self) -> None:
        apis = self.client("apigatewayv2")
        api = apis.create_api(Name=self.name("api"), ProtocolType="HTTP")["ApiId"]
        self.assertEqual(apis.get_authorizers(ApiId=api)["Items"], [])
        issued = {"Issuer": "https://cognito-idp.eu-west-1.amazonaws.com/pool", "Audience": ["browser"]}
        source = "$request.header.Authorization"
        wanted = {"Name": "customers", "AuthorizerType": "JWT", "IdentitySource": [source], "JwtConfiguration": issued}
        apis.create_authorizer(ApiId=api, **wanted)
        (told,) = apis.get_authorizers(ApiId=api)["Items"]
        self.assertEqual({name: told.get(name) for name in wanted}, wanted)
