"""Hosted zones."""

from support import REGION, AwsTest


class PrivateZone(AwsTest):
    FIX = "route53_zone_with_a_vpc_is_private"

    def test_a_zone_with_a_vpc_is_private_and_tells_its_vpc(self) -> None:
        route53, name = self.client("route53"), self.name("internal")
        vpc = {"VPCId": self.vpc()[0], "VPCRegion": REGION}
        zone = route53.create_hosted_zone(Name=f"{name}.test", CallerReference=name, VPC=vpc)["HostedZone"]
        described = route53.get_hosted_zone(Id=zone["Id"])
        self.assertIs(described["HostedZone"]["Config"]["PrivateZone"], True)
        self.assertEqual(described["VPCs"], [vpc])
