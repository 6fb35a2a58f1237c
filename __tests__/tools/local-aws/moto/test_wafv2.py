"""Web ACLs."""

from support import REGION, AwsTest

METRICS = {"SampledRequestsEnabled": False, "CloudWatchMetricsEnabled": False, "MetricName": "all"}


class WebAclResources(AwsTest):
    FIX = "wafv2_web_acl_tells_what_it_protects"

    def test_it_tells_its_load_balancers_and_nothing_else(self) -> None:
        waf, name = self.client("wafv2"), self.name("acl")
        acl = waf.create_web_acl(Name=name, Scope="REGIONAL", DefaultAction={"Allow": {}}, VisibilityConfig=METRICS)
        arn = acl["Summary"]["ARN"]
        balancer = f"arn:aws:elasticloadbalancing:{REGION}:123456789012:loadbalancer/app/web/1"
        pool = f"arn:aws:cognito-idp:{REGION}:123456789012:userpool/pool"
        for resource in (balancer, pool):
            waf.associate_web_acl(WebACLArn=arn, ResourceArn=resource)
        self.assertEqual(waf.list_resources_for_web_acl(WebACLArn=arn)["ResourceArns"], [balancer])
        told = waf.list_resources_for_web_acl(WebACLArn=arn, ResourceType="COGNITO_USER_POOL")
        self.assertEqual(told["ResourceArns"], [pool])
