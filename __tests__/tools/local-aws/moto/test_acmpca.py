"""Private certificate authorities."""

from support import AwsTest

SIGNING = "SHA256WITHECDSA"


def authority(test: AwsTest, **mode: str) -> str:
    subject = {"CommonName": test.name("authority")}
    configuration = {"KeyAlgorithm": "EC_prime256v1", "SigningAlgorithm": SIGNING, "Subject": subject}
    made = test.client("acm-pca").create_certificate_authority(
        CertificateAuthorityConfiguration=configuration, CertificateAuthorityType="ROOT", **mode
    )
    return str(made["CertificateAuthorityArn"])


def activate(test: AwsTest, arn: str) -> None:
    pca, of = test.client("acm-pca"), {"CertificateAuthorityArn": arn}
    made = pca.issue_certificate(
        **of,
        Csr=pca.get_certificate_authority_csr(**of)["Csr"].encode(),
        SigningAlgorithm=SIGNING,
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
