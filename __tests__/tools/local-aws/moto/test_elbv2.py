"""Load balancers."""

import json
from typing import Any

from support import ACCOUNT, OTHER_REGION, REGION, AwsTest


class BalancerTest(AwsTest):
    def setUp(self) -> None:
        self.elbv2, self.s3 = self.client("elbv2"), self.client("s3")
        self.subnets = self.vpc()[1]

    def create(self, name: str, kind: str = "application") -> str:
        created = self.elbv2.create_load_balancer(Name=name, Subnets=self.subnets, Type=kind)
        return created["LoadBalancers"][0]["LoadBalancerArn"]

    def set(self, arn: str, **attributes: str) -> None:
        pairs = [{"Key": key.replace("__", "."), "Value": value} for key, value in attributes.items()]
        self.elbv2.modify_load_balancer_attributes(LoadBalancerArn=arn, Attributes=pairs)


class Name(BalancerTest):
    FIX = "elbv2_load_balancer_has_a_valid_name"

    def test_33_characters_are_refused(self) -> None:
        self.refused("ValidationError", self.create, name="a" * 33)
        self.create("a" * 32)

    def test_odd_characters_are_refused(self) -> None:
        for name in ("web_1", "-web", "web-", "internal-web"):
            self.refused("ValidationError", self.create, name=name)

    def test_a_name_that_is_taken_is_refused(self) -> None:
        name = self.name("web")
        self.create(name)
        self.refused("DuplicateLoadBalancerName", self.create, name=name)


class Scheme(BalancerTest):
    FIX = "elbv2_load_balancer_has_a_scheme"

    def test_it_is_internet_facing_unless_said_otherwise(self) -> None:
        arn = self.create(self.name("web"))
        told = self.elbv2.describe_load_balancers(LoadBalancerArns=[arn])["LoadBalancers"][0]
        self.assertEqual(told["Scheme"], "internet-facing")


class Protection(BalancerTest):
    FIX = "elbv2_protected_load_balancer_stays"

    def test_it_is_not_deleted_while_it_is_protected(self) -> None:
        arn = self.create(self.name("web"))
        self.set(arn, deletion_protection__enabled="true")
        self.refused("OperationNotPermitted", self.elbv2.delete_load_balancer, LoadBalancerArn=arn)
        self.set(arn, deletion_protection__enabled="false")
        self.elbv2.delete_load_balancer(LoadBalancerArn=arn)


class LogTest(BalancerTest):
    SERVICE = {"Service": "logdelivery.elasticloadbalancing.amazonaws.com"}

    def bucket(self, principal: Any, region: str = REGION, folder: str = "*") -> str:
        name = self.name("logs")
        s3 = self.client("s3", region)
        s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": region})
        if principal:
            statement = {
                "Effect": "Allow",
                "Principal": principal,
                "Action": "s3:PutObject",
                "Resource": f"arn:aws:s3:::{name}/{folder}",
            }
            s3.put_bucket_policy(Bucket=name, Policy=json.dumps({"Version": "2012-10-17", "Statement": [statement]}))
        return name

    def log_to(self, bucket: str, kind: str = "application") -> None:
        arn = self.create(self.name("web"), kind)
        attributes = {"access_logs__s3__enabled": "true", "access_logs__s3__bucket": bucket}
        self.set(arn, **attributes, access_logs__s3__prefix="web")


class AccessLogs(LogTest):
    FIX = "elbv2_access_log_bucket_admits_delivery"

    def denied(self, bucket: str, kind: str = "application") -> None:
        said = self.refused("InvalidConfigurationRequest", self.log_to, bucket=bucket, kind=kind)
        self.assertIn(f"Access Denied for bucket: {bucket}", said)

    def test_a_policy_that_admits_the_service_or_its_account_will_do(self) -> None:
        self.log_to(self.bucket(self.SERVICE, folder=f"web/AWSLogs/{ACCOUNT}/*"))
        self.log_to(self.bucket({"AWS": "arn:aws:iam::156460612806:root"}))
        self.log_to(self.bucket({"Service": "delivery.logs.amazonaws.com"}), kind="network")

    def test_a_bucket_without_policy_or_with_another_one_is_refused(self) -> None:
        self.denied(self.bucket(None))
        self.denied(self.bucket({"Service": "logging.s3.amazonaws.com"}))
        self.denied(self.bucket({"AWS": "arn:aws:iam::054676820928:root"}))
        self.denied(self.bucket(self.SERVICE, folder="elsewhere/*"))
        self.denied(self.bucket(self.SERVICE), kind="network")

    def test_a_bucket_with_a_customer_key_is_refused(self) -> None:
        bucket = self.bucket(self.SERVICE)
        rule = {"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": self.key()}}
        self.s3.put_bucket_encryption(Bucket=bucket, ServerSideEncryptionConfiguration={"Rules": [rule]})
        self.denied(bucket)

    def test_a_bucket_of_another_region_or_none_is_refused(self) -> None:
        self.denied(self.bucket(self.SERVICE, OTHER_REGION))
        self.denied("there-is-no-such-bucket")


class TestFile(LogTest):
    FIX = "elbv2_access_logs_start_with_a_test_file"

    def test_the_bucket_holds_a_test_file_and_is_not_deleted_with_it(self) -> None:
        bucket = self.bucket(self.SERVICE)
        self.log_to(bucket)
        keys = [entry["Key"] for entry in self.s3.list_objects_v2(Bucket=bucket).get("Contents", [])]
        self.assertEqual(keys, [f"web/AWSLogs/{ACCOUNT}/ELBAccessLogTestFile"])
        self.refused("BucketNotEmpty", self.s3.delete_bucket, Bucket=bucket)


class ListenerCertificate(AwsTest):
    FIX = "elbv2_listener_changes_its_default_certificate_alone"

    def certificate(self) -> str:
        return self.client("acm").request_certificate(DomainName=f"{self.name('shop')}.test")["CertificateArn"]

    def listener(self, kind: str, protocol: str, certificate: str) -> str:
        elb, name, (vpc, subnets) = self.client("elbv2"), self.name("door"), self.vpc()
        balancer = elb.create_load_balancer(Name=name, Type=kind, Subnets=subnets)["LoadBalancers"][0]["LoadBalancerArn"]
        group = elb.create_target_group(Name=name, Protocol=protocol, Port=8443, VpcId=vpc)["TargetGroups"][0]
        return elb.create_listener(
            LoadBalancerArn=balancer,
            Protocol=protocol,
            Port=443,
            Certificates=[{"CertificateArn": certificate}],
            DefaultActions=[{"Type": "forward", "TargetGroupArn": group["TargetGroupArn"]}],
        )["Listeners"][0]["ListenerArn"]

    def certificates(self, listener: str) -> list[tuple[str, bool]]:
        found = self.client("elbv2").describe_listener_certificates(ListenerArn=listener)["Certificates"]
        return [(each["CertificateArn"], each["IsDefault"]) for each in found]

    def test_a_tls_listener_takes_another_certificate(self) -> None:
        listener, second = self.listener("network", "TLS", self.certificate()), self.certificate()
        change = {"ListenerArn": listener, "Protocol": "TLS", "Certificates": [{"CertificateArn": second}]}
        self.client("elbv2").modify_listener(**change)
        self.assertEqual(self.certificates(listener), [(second, True)])

    def test_additional_certificates_stay(self) -> None:
        listener, more, second = self.listener("application", "HTTPS", self.certificate()), self.certificate(), self.certificate()
        elb = self.client("elbv2")
        elb.add_listener_certificates(ListenerArn=listener, Certificates=[{"CertificateArn": more}])
        elb.modify_listener(ListenerArn=listener, Certificates=[{"CertificateArn": second}])
        self.assertEqual(self.certificates(listener), [(second, True), (more, False)])

    def test_a_missing_certificate_is_refused(self) -> None:
        listener = self.listener("network", "TLS", self.certificate())
        missing = "arn:aws:acm:eu-west-1:123456789012:certificate/00000000-0000-0000-0000-000000000000"
        modify = self.client("elbv2").modify_listener
        self.refused("CertificateNotFound", modify, ListenerArn=listener, Certificates=[{"CertificateArn": missing}])
