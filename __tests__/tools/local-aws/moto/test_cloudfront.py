"""CloudFront: distributions, policies and functions."""

from typing import Any

from support import AwsTest

DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
CODE = b"function handler(event) { return event.request; }"


def origin(name: str) -> dict:
    ports = {"HTTPPort": 80, "HTTPSPort": 443, "OriginProtocolPolicy": "https-only"}
    header = {"HeaderName": "x-origin-secret", "HeaderValue": "s"}
    custom = {"CustomOriginConfig": ports, "CustomHeaders": {"Quantity": 1, "Items": [header]}}
    return {"Id": name, "DomainName": f"{name}.test", **custom}


class CloudFrontTest(AwsTest):
    def setUp(self) -> None:
        self.cloudfront = self.client("cloudfront")

    def config(self, **options: Any) -> dict:
        behavior = {"TargetOriginId": "live", "ViewerProtocolPolicy": "https-only", "CachePolicyId": DISABLED}
        return {
            "CallerReference": self.name("shop"),
            "Comment": "shop",
            "Enabled": True,
            "Origins": {"Quantity": 1, "Items": [origin("live")]},
            **options,
            "DefaultCacheBehavior": behavior | options.get("DefaultCacheBehavior", {}),
        }

    def create(self, **options: Any) -> dict:
        return self.cloudfront.create_distribution(DistributionConfig=self.config(**options))["Distribution"]

    def function(self) -> dict:
        config = {"Comment": "", "Runtime": "cloudfront-js-2.0"}
        return self.cloudfront.create_function(Name=self.name("f"), FunctionConfig=config, FunctionCode=CODE)

    def policy(self) -> dict:
        return self.cloudfront.create_cache_policy(CachePolicyConfig={"Name": self.name("own"), "MinTTL": 1})


class Configuration(CloudFrontTest):
    FIX = "cloudfront_distribution_keeps_its_configuration"

    def test_it_is_told_as_given(self) -> None:
        members = {"Quantity": 2, "Items": [{"OriginId": "live"}, {"OriginId": "standby"}]}
        failover = {"StatusCodes": {"Quantity": 1, "Items": [503]}}
        group = {"Id": "either", "FailoverCriteria": failover, "Members": members}
        created = self.create(
            Origins={"Quantity": 2, "Items": [origin("live"), origin("standby")]},
            OriginGroups={"Quantity": 1, "Items": [group]},
            HttpVersion="http2and3",
            DefaultCacheBehavior={"TargetOriginId": "either"},
        )
        told = self.cloudfront.get_distribution(Id=created["Id"])["Distribution"]["DistributionConfig"]
        self.assertEqual(told["OriginGroups"]["Items"], [group])
        self.assertEqual(told["Origins"]["Items"][0]["CustomHeaders"], origin("live")["CustomHeaders"])
        self.assertEqual((told["HttpVersion"], told["DefaultCacheBehavior"]["TargetOriginId"]), ("http2and3", "either"))
        self.assertNotIn("ForwardedValues", told["DefaultCacheBehavior"])
        self.assertEqual(self.cloudfront.get_distribution_config(Id=created["Id"])["DistributionConfig"], told)

    def test_the_list_tells_which_origin_is_asked(self) -> None:
        created = self.create(
            Origins={"Quantity": 2, "Items": [origin("standby"), origin("live")]},
            DefaultCacheBehavior={"TargetOriginId": "live"},
        )
        pages = self.cloudfront.get_paginator("list_distributions").paginate()
        listed = [each for page in pages for each in page["DistributionList"]["Items"] if each["Id"] == created["Id"]]
        self.assertEqual([each["DefaultCacheBehavior"]["TargetOriginId"] for each in listed], ["live"])
        self.assertEqual([each["Id"] for each in listed[0]["Origins"]["Items"]], ["standby", "live"])

    def test_a_behavior_without_its_origin_is_refused(self) -> None:
        behavior = {"TargetOriginId": "missing", "PathPattern": "/x", "ViewerProtocolPolicy": "https-only"}
        self.refused("NoSuchOrigin", self.create, CacheBehaviors={"Quantity": 1, "Items": [behavior]})


class OriginGroup(CloudFrontTest):
    FIX = "cloudfront_origin_group_answers_reading_methods"

    def test_a_behavior_of_a_group_with_other_methods_is_refused(self) -> None:
        members = {"Quantity": 2, "Items": [{"OriginId": "live"}, {"OriginId": "standby"}]}
        criteria = {"StatusCodes": {"Quantity": 1, "Items": [503]}}
        group = {"Id": "either", "FailoverCriteria": criteria, "Members": members}

        def create(methods: list[str]) -> None:
            allowed = {"Quantity": len(methods), "Items": methods}
            self.create(
                Origins={"Quantity": 2, "Items": [origin("live"), origin("standby")]},
                OriginGroups={"Quantity": 1, "Items": [group]},
                DefaultCacheBehavior={"TargetOriginId": "either", "AllowedMethods": allowed},
            )

        reading, writing = ["GET", "HEAD", "OPTIONS"], ["PUT", "POST", "PATCH", "DELETE"]
        create(reading)
        self.refused("InvalidArgument", create, methods=[*reading, *writing])


class References(CloudFrontTest):
    FIX = "cloudfront_distribution_refers_to_what_exists"

    def test_a_missing_policy_is_refused(self) -> None:
        missing = "00000000-0000-0000-0000-000000000000"
        for kind in ("CachePolicy", "OriginRequestPolicy", "ResponseHeadersPolicy"):
            self.refused(f"NoSuch{kind}", self.create, DefaultCacheBehavior={f"{kind}Id": missing})

    def test_a_certificate_outside_us_east_1_is_refused(self) -> None:
        issue = self.client("acm").request_certificate
        arn = issue(DomainName="shop.test", ValidationMethod="DNS")["CertificateArn"]
        self.refused("InvalidViewerCertificate", self.create, ViewerCertificate={"ACMCertificateArn": arn})

    def test_a_missing_web_acl_is_refused(self) -> None:
        arn = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/edge/missing"
        self.refused("InvalidWebACLId", self.create, WebACLId=arn)

    def test_a_function_that_is_not_published_is_refused(self) -> None:
        function = self.function()
        arn = function["FunctionSummary"]["FunctionMetadata"]["FunctionARN"]
        items = [{"FunctionARN": arn, "EventType": "viewer-request"}]
        behavior = {"FunctionAssociations": {"Quantity": 1, "Items": items}}
        self.refused("InvalidFunctionAssociation", self.create, DefaultCacheBehavior=behavior)
        name = function["FunctionSummary"]["Name"]
        self.cloudfront.publish_function(Name=name, IfMatch=function["ETag"])
        self.create(DefaultCacheBehavior=behavior)


class AccessControl(CloudFrontTest):
    FIX = "cloudfront_origin_access_control_is_sound_and_stays_while_used"

    def control(self, **options: str) -> str:
        config = {"Name": self.name("c"), "SigningProtocol": "sigv4", "SigningBehavior": "always"}
        config = {**config, "OriginAccessControlOriginType": "s3", **options}
        made = self.cloudfront.create_origin_access_control(OriginAccessControlConfig=config)
        return made["OriginAccessControl"]["Id"]

    def test_another_signing_or_origin_is_refused(self) -> None:
        self.refused("InvalidArgument", self.control, SigningProtocol="sigv2")
        self.refused("InvalidArgument", self.control, SigningBehavior="sometimes")
        self.refused("InvalidArgument", self.control, OriginAccessControlOriginType="ec2")

    def test_a_name_that_is_taken_is_refused(self) -> None:
        name = self.name("taken")
        self.control(Name=name)
        self.refused("OriginAccessControlAlreadyExists", self.control, Name=name)

    def test_one_that_is_used_stays(self) -> None:
        used, unused = self.control(), self.control()
        bucket = {"Id": "live", "DomainName": "files.s3.eu-west-1.amazonaws.com", "OriginAccessControlId": used}
        s3 = {**bucket, "S3OriginConfig": {"OriginAccessIdentity": ""}}
        self.create(Origins={"Quantity": 1, "Items": [s3]})
        delete = self.cloudfront.delete_origin_access_control
        self.refused("OriginAccessControlInUse", delete, Id=used, IfMatch="x")
        delete(Id=unused, IfMatch="x")
        self.refused("NoSuchOriginAccessControl", delete, Id=unused, IfMatch="x")


class Policies(CloudFrontTest):
    FIX = "cloudfront_policies_are_managed_or_own"

    def test_managed_ones_are_listed_by_name(self) -> None:
        listed = self.cloudfront.list_cache_policies(Type="managed")["CachePolicyList"]["Items"]
        names = {each["CachePolicy"]["CachePolicyConfig"]["Name"]: each["CachePolicy"]["Id"] for each in listed}
        self.assertEqual(names["Managed-CachingDisabled"], DISABLED)

    def test_an_own_one_is_changed_with_its_etag_only(self) -> None:
        made = self.policy()
        change = {"Id": made["CachePolicy"]["Id"], "CachePolicyConfig": {"Name": self.name("own"), "MinTTL": 5}}
        self.refused("PreconditionFailed", self.cloudfront.update_cache_policy, **change, IfMatch="other")
        self.cloudfront.update_cache_policy(**change, IfMatch=made["ETag"])
        told = self.cloudfront.get_cache_policy(Id=change["Id"])
        self.assertEqual(told["CachePolicy"]["CachePolicyConfig"]["MinTTL"], 5)
        self.cloudfront.delete_cache_policy(Id=change["Id"], IfMatch=told["ETag"])
        self.refused("NoSuchCachePolicy", self.cloudfront.get_cache_policy, Id=change["Id"])

    def test_one_in_use_stays(self) -> None:
        made = self.policy()
        policy = made["CachePolicy"]["Id"]
        self.create(DefaultCacheBehavior={"CachePolicyId": policy})
        self.refused("CachePolicyInUse", self.cloudfront.delete_cache_policy, Id=policy, IfMatch=made["ETag"])

    def test_a_second_one_of_a_name_is_refused(self) -> None:
        config = self.policy()["CachePolicy"]["CachePolicyConfig"]
        self.refused("CachePolicyAlreadyExists", self.cloudfront.create_cache_policy, CachePolicyConfig=config)


class Functions(CloudFrontTest):
    FIX = "cloudfront_function_is_published"

    def test_it_is_live_once_published(self) -> None:
        made = self.function()
        name = made["FunctionSummary"]["Name"]
        self.refused("NoSuchFunctionExists", self.cloudfront.describe_function, Name=name, Stage="LIVE")
        self.cloudfront.publish_function(Name=name, IfMatch=made["ETag"])
        live = self.cloudfront.describe_function(Name=name, Stage="LIVE")
        self.assertEqual(live["FunctionSummary"]["FunctionMetadata"]["Stage"], "LIVE")

    def test_a_change_is_live_after_the_next_publication(self) -> None:
        made = self.function()
        name, changed = made["FunctionSummary"]["Name"], CODE + b" // changed"
        self.cloudfront.publish_function(Name=name, IfMatch=made["ETag"])
        change = {"Name": name, "FunctionConfig": made["FunctionSummary"]["FunctionConfig"], "FunctionCode": changed}
        self.refused("PreconditionFailed", self.cloudfront.update_function, **change, IfMatch="other")
        etag = self.cloudfront.update_function(**change, IfMatch=made["ETag"])["ETag"]

        def code() -> bytes:
            return self.cloudfront.get_function(Name=name, Stage="LIVE")["FunctionCode"].read()

        self.assertEqual(code(), CODE)
        self.cloudfront.publish_function(Name=name, IfMatch=etag)
        self.assertEqual(code(), changed)


class Monitoring(CloudFrontTest):
    FIX = "cloudfront_distribution_has_a_monitoring_subscription"

    def test_it_is_kept_until_deleted(self) -> None:
        of = {"DistributionId": self.create()["Id"]}
        wanted = {"RealtimeMetricsSubscriptionConfig": {"RealtimeMetricsSubscriptionStatus": "Enabled"}}
        self.cloudfront.create_monitoring_subscription(**of, MonitoringSubscription=wanted)
        self.assertEqual(self.cloudfront.get_monitoring_subscription(**of)["MonitoringSubscription"], wanted)
        self.cloudfront.delete_monitoring_subscription(**of)
        self.refused("NoSuchMonitoringSubscription", self.cloudfront.get_monitoring_subscription, **of)
