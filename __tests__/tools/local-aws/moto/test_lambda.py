"""Lambda functions, and load balancers that call them."""

import json
from typing import Any

from support import ACCOUNT, REGION, AwsTest


class FunctionTest(AwsTest):
    def setUp(self) -> None:
        self.functions, self.function = self.client("lambda"), self.name("function")
        assume = {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "lambda.amazonaws.com"}}
        role = self.client("iam").create_role(
            RoleName=self.name("role"), AssumeRolePolicyDocument=json.dumps({"Statement": [assume]})
        )
        self.role = role["Role"]["Arn"]

    def create(self, **options: Any) -> dict:
        return self.functions.create_function(FunctionName=self.function, Role=self.role, **self.code(), **options)

    def code(self) -> dict[str, Any]:
        image = f"{ACCOUNT}.dkr.ecr.{REGION}.amazonaws.com/shop/api:1"
        return {"PackageType": "Image", "Code": {"ImageUri": image}}

    def described(self) -> dict:
        return self.functions.get_function_configuration(FunctionName=self.function)


class Logging(FunctionTest):
    FIX = "lambda_function_keeps_its_logging"

    def test_it_is_told_as_it_was_given_and_changes(self) -> None:
        self.create(LoggingConfig={"LogFormat": "JSON", "LogGroup": "/shop/api"})
        told = {"LogFormat": "JSON", "LogGroup": "/shop/api", "ApplicationLogLevel": "INFO", "SystemLogLevel": "INFO"}
        self.assertEqual(self.described()["LoggingConfig"], told)
        self.functions.update_function_configuration(
            FunctionName=self.function, LoggingConfig={"LogGroup": "/shop/other"}
        )
        self.assertEqual(self.described()["LoggingConfig"], told | {"LogGroup": "/shop/other"})

    def test_it_is_text_in_a_group_of_its_name_otherwise(self) -> None:
        self.create()
        told = {"LogFormat": "Text", "LogGroup": f"/aws/lambda/{self.function}"}
        self.assertEqual(self.described()["LoggingConfig"], told)


class Vpc(FunctionTest):
    FIX = "lambda_function_is_in_the_vpc_of_its_subnets"

    def test_it_tells_which(self) -> None:
        vpc, subnets = self.vpc()
        group = self.client("ec2").create_security_group(GroupName="functions", Description="functions", VpcId=vpc)
        self.create(VpcConfig={"SubnetIds": subnets, "SecurityGroupIds": [group["GroupId"]]})
        self.assertEqual(self.described()["VpcConfig"]["VpcId"], vpc)


class Image(FunctionTest):
    FIX = "lambda_tells_its_image_configuration_when_it_has_one"

    def test_it_tells_nothing_where_nothing_was_given(self) -> None:
        self.create()
        self.assertNotIn("ImageConfigResponse", self.described())


class Target(FunctionTest):
    FIX = "elbv2_calls_a_function_that_permits_it"

    def test_a_function_that_permits_another_target_group_only_is_refused(self) -> None:
        elbv2, arn = self.client("elbv2"), self.create()["FunctionArn"]
        one, other = (
            elbv2.create_target_group(Name=self.name("targets"), TargetType="lambda")["TargetGroups"][0]["TargetGroupArn"]
            for _ in range(2)
        )
        self.functions.add_permission(
            FunctionName=self.function,
            StatementId="call",
            Action="lambda:InvokeFunction",
            Principal="elasticloadbalancing.amazonaws.com",
            SourceArn=one,
        )
        elbv2.register_targets(TargetGroupArn=one, Targets=[{"Id": arn}])
        message = self.refused("AccessDenied", elbv2.register_targets, TargetGroupArn=other, Targets=[{"Id": arn}])
        self.assertIn(other, message)
