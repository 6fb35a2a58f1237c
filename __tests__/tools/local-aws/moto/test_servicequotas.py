"""Quotas of an account."""

from support import OTHER_REGION, AwsTest


class Quotas(AwsTest):
    FIX = "servicequotas_has_the_quotas_of_a_first_deploy"

    def test_they_are_told_by_region_and_the_unknown_is_refused(self) -> None:
        for region in ("eu-west-1", OTHER_REGION):
            quotas = self.client("service-quotas", region)
            asked = {"ServiceCode": "ec2", "QuotaCode": "L-1216C47A"}
            for ask in (quotas.get_service_quota, quotas.get_aws_default_service_quota):
                quota = ask(**asked)["Quota"]
                self.assertEqual(quota["Value"], 5)
                self.assertIn(f":{region}:", quota["QuotaArn"])
            vpcs = quotas.get_service_quota(ServiceCode="vpc", QuotaCode="L-F678F1CE")["Quota"]
            self.assertEqual(vpcs["Value"], 5)
            self.assertIn(f":{region}:", vpcs["QuotaArn"])
            unknown = {**asked, "QuotaCode": "L-00000000"}
            self.refused("NoSuchResourceException", quotas.get_service_quota, **unknown)
