"""Private certificate authorities."""

from support import AwsTest

SIGNING = "SHA256WITHECDSA"


class Permission(AwsTest):
    FIX = "acmpca_authority_permits_acm_to_renew"

    def authority(self) -> str:
        configuration = {
            "KeyAlgorithm": "EC_prime256v1",
            "SigningAlgorithm": SIGNING,
            "Subject": {"CommonName": self.name("authority")},
        }
        made = self.client("acm-pca").create_certificate_authority(
            CertificateAuthorityConfiguration=configuration, CertificateAuthorityType="ROOT"
        )
        return made["CertificateAuthorityArn"]

    def test_it_is_given_once_and_taken_back(self) -> None:
        pca, of = self.client("acm-pca"), {"CertificateAuthorityArn": self.authority()}
        asked = {**of, "Principal": "acm.amazonaws.com", "Actions": ["IssueCertificate", "GetCertificate"]}
        pca.create_permission(**asked)
        [given] = pca.list_permissions(**of)["Permissions"]
        self.assertEqual({name: given[name] for name in asked}, asked)
        self.refused("PermissionAlreadyExistsException", pca.create_permission, **asked)
        pca.delete_permission(**of, Principal="acm.amazonaws.com")
        self.assertEqual(pca.list_permissions(**of)["Permissions"], [])

    def test_acm_issues_with_an_authority_only_once_it_has_its_own_certificate(self) -> None:
        pca, arn = self.client("acm-pca"), self.authority()
        request = {"DomainName": "api.internal.example.com", "CertificateAuthorityArn": arn}
        acm = self.client("acm")
        self.refused("InvalidStateException", acm.request_certificate, **request)
        of = {"CertificateAuthorityArn": arn}
        made = pca.issue_certificate(
            **of,
            Csr=pca.get_certificate_authority_csr(**of)["Csr"].encode(),
            SigningAlgorithm=SIGNING,
            TemplateArn="arn:aws:acm-pca:::template/RootCACertificate/V1",
            Validity={"Type": "YEARS", "Value": 10},
        )
        own = pca.get_certificate(**of, CertificateArn=made["CertificateArn"])["Certificate"]
        pca.import_certificate_authority_certificate(**of, Certificate=own.encode())
        self.assertIn(":certificate/", acm.request_certificate(**request)["CertificateArn"])
