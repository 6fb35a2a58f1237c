"""Private certificate authorities."""

from support import AwsTest

SIGNING = {"RSA_2048": "SHA256WITHRSA", "EC_prime256v1": "SHA256WITHECDSA"}


def authority(test: AwsTest, key: str = "RSA_2048", **mode: str) -> str:
    subject = {"CommonName": test.name("authority")}
    configuration = {"KeyAlgorithm": key, "SigningAlgorithm": SIGNING[key], "Subject": subject}
    made = test.client("acm-pca").create_certificate_authority(
        CertificateAuthorityConfiguration=configuration, CertificateAuthorityType="ROOT", **mode
    )
    return str(made["CertificateAuthorityArn"])


def activate(test: AwsTest, arn: str, key: str = "RSA_2048") -> None:
    pca, of = test.client("acm-pca"), {"CertificateAuthorityArn": arn}
    made = pca.issue_certificate(
        **of,
        Csr=pca.get_certificate_authority_csr(**of)["Csr"].encode(),
        SigningAlgorithm=SIGNING[key],
        TemplateArn="arn:aws:acm-pca:::template/RootCACertificate/V1",
        Validity={"Type": "YEARS", "Value": 10},
    )
    own = pca.get_certificate(**of, CertificateArn=made["CertificateArn"])["Certificate"]
    pca.import_certificate_authority_certificate(**of, Certificate=own.encode())


class Permission(AwsTest):
    FIX = "acmpca_authority_permits_acm_to_renew"

    def test_it_is_given_once_and_taken_back(self) -> None:
        pca, of = self.client("acm-pca"), {"CertificateAuthorityArn": authority(self)}
        asked = {**of, "Principal": "acm.amazonaws.com", "Actions": ["IssueCertificate", "GetCertificate"]}
        pca.create_permission(**asked)
        [given] = pca.list_permissions(**of)["Permissions"]
        self.assertEqual({name: given[name] for name in asked}, asked)
        self.refused("PermissionAlreadyExistsException", pca.create_permission, **asked)
        pca.delete_permission(**of, Principal="acm.amazonaws.com")
        self.assertEqual(pca.list_permissions(**of)["Permissions"], [])

    def test_acm_issues_with_an_authority_only_once_it_has_its_own_certificate(self) -> None:
        arn = authority(self)
        request = {"DomainName": "api.internal.example.com", "CertificateAuthorityArn": arn}
        acm = self.client("acm")
        self.refused("InvalidStateException", acm.request_certificate, **request)
        activate(self, arn)
        self.assertIn(":certificate/", acm.request_certificate(**request)["CertificateArn"])


class UsageMode(AwsTest):
    FIX = "acmpca_authority_has_a_usage_mode"

    def test_it_is_the_one_asked_for_and_else_for_every_purpose(self) -> None:
        short = "SHORT_LIVED_CERTIFICATE"
        told = [
            self.client("acm-pca").describe_certificate_authority(CertificateAuthorityArn=arn)["CertificateAuthority"]
            for arn in (authority(self), authority(self, UsageMode=short))
        ]
        self.assertEqual([each["UsageMode"] for each in told], ["GENERAL_PURPOSE", short])

    def test_acm_issues_nothing_short_lived(self) -> None:
        arn = authority(self, UsageMode="SHORT_LIVED_CERTIFICATE")
        activate(self, arn)
        request = {"DomainName": "api.internal.example.com", "CertificateAuthorityArn": arn}
        self.refused("InvalidArnException", self.client("acm").request_certificate, **request)


class KeyFamily(AwsTest):
    FIX = "acm_private_certificate_has_a_key_of_its_authoritys_family"

    def test_a_certificate_of_another_family_fails_and_no_listener_takes_it(self) -> None:
        acm, elbv2, key = self.client("acm"), self.client("elbv2"), "EC_prime256v1"
        arn = authority(self, key)
        activate(self, arn, key)
        request = {"DomainName": "api.internal.example.com", "CertificateAuthorityArn": arn}
        other, same = (acm.request_certificate(**request, **of)["CertificateArn"] for of in ({}, {"KeyAlgorithm": key}))
        told = [acm.describe_certificate(CertificateArn=each)["Certificate"]["Status"] for each in (other, same)]
        self.assertEqual(told, ["FAILED", "ISSUED"])
        balancer = elbv2.create_load_balancer(Name=self.name("api"), Subnets=self.vpc()[1], Type="network")
        listener = {
            "LoadBalancerArn": balancer["LoadBalancers"][0]["LoadBalancerArn"],
            "Protocol": "TLS",
            "Port": 443,
            "DefaultActions": [{"Type": "fixed-response", "FixedResponseConfig": {"StatusCode": "200"}}],
        }
        self.refused(
            "UnsupportedCertificate", elbv2.create_listener, **listener, Certificates=[{"CertificateArn": other}]
        )
        elbv2.create_listener(**listener, Certificates=[{"CertificateArn": same}])
