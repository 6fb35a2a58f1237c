"""Certificates."""

import time

from support import REGION, AwsTest


class Validation(AwsTest):
    FIX = "acm_certificate_is_issued_once_its_records_are_found"

    def request(self) -> tuple[str, str, dict]:
        name = f"{self.name('shop')}.test"
        acm = self.client("acm")
        arn = acm.request_certificate(DomainName=name, ValidationMethod="DNS")["CertificateArn"]
        return arn, name, self.certificate(arn)["DomainValidationOptions"][0]["ResourceRecord"]

    def certificate(self, arn: str) -> dict:
        return self.client("acm").describe_certificate(CertificateArn=arn)["Certificate"]

    def put(self, zone_name: str, record: dict, **zone: object) -> None:
        route53 = self.client("route53")
        zone_id = route53.create_hosted_zone(Name=zone_name, CallerReference=self.name("zone"), **zone)["HostedZone"]["Id"]
        records = {"Name": record["Name"], "Type": "CNAME", "TTL": 60, "ResourceRecords": [{"Value": record["Value"]}]}
        change = {"Changes": [{"Action": "CREATE", "ResourceRecordSet": records}]}
        route53.change_resource_record_sets(HostedZoneId=zone_id, ChangeBatch=change)

    def after_a_while(self, arn: str) -> dict:
        time.sleep(1.2)
        return self.certificate(arn)

    def test_it_is_pending_while_there_is_no_record(self) -> None:
        arn, _, _ = self.request()
        found = self.after_a_while(arn)
        self.assertEqual(found["Status"], "PENDING_VALIDATION")
        self.assertNotIn("IssuedAt", found)

    def test_a_record_in_a_private_zone_does_not_count(self) -> None:
        arn, name, record = self.request()
        self.put(name, record, VPC={"VPCId": self.vpc()[0], "VPCRegion": REGION})
        self.assertEqual(self.after_a_while(arn)["Status"], "PENDING_VALIDATION")

    def test_a_record_with_another_value_does_not_count(self) -> None:
        arn, name, record = self.request()
        self.put(name, record | {"Value": "other.acm-validations.aws."})
        self.assertEqual(self.after_a_while(arn)["Status"], "PENDING_VALIDATION")

    def test_it_is_issued_once_its_record_is_there(self) -> None:
        arn, name, record = self.request()
        before = self.after_a_while(arn)["Status"]
        self.put(name, record)
        found = self.after_a_while(arn)
        self.assertEqual((before, found["Status"]), ("PENDING_VALIDATION", "ISSUED"))
        self.assertIn("IssuedAt", found)
