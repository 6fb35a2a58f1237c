"""Lambda functions, and load balancers that call them."""

import base64
import io
import json
import zipfile
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


class Repository(FunctionTest):
    FIX = "lambda_image_is_of_a_repository_that_admits_it"

    def setUp(self) -> None:
        super().setUp()
        self.ecr, self.repository = self.client("ecr"), self.name("shop/api")
        self.ecr.create_repository(repositoryName=self.repository)

    def code(self) -> dict[str, Any]:
        image = f"{ACCOUNT}.dkr.ecr.{REGION}.amazonaws.com/{self.repository}:1"
        return {"PackageType": "Image", "Code": {"ImageUri": image}}

    def admit(self, principal: dict[str, str], functions: str) -> None:
        statement = {
            "Effect": "Allow",
            "Principal": principal,
            "Action": ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
            "Condition": {"ArnLike": {"aws:SourceArn": f"arn:aws:lambda:{REGION}:{functions}"}},
        }
        text = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
        self.ecr.set_repository_policy(repositoryName=self.repository, policyText=text)

    def test_a_function_is_refused_until_its_repository_admits_lambda(self) -> None:
        self.refused("AccessDeniedException", self.create)
        self.admit({"AWS": f"arn:aws:iam::{ACCOUNT}:root"}, f"{ACCOUNT}:function:*")
        self.refused("AccessDeniedException", self.create)
        self.admit({"Service": "lambda.amazonaws.com"}, "210987654321:function:*")
        self.refused("AccessDeniedException", self.create)
        self.admit({"Service": "lambda.amazonaws.com"}, f"{ACCOUNT}:function:*")
        self.create()
        self.ecr.delete_repository_policy(repositoryName=self.repository)
        update = {"FunctionName": self.function, "ImageUri": self.code()["Code"]["ImageUri"]}
        self.refused("AccessDeniedException", self.functions.update_function_code, **update)


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


class Running(FunctionTest):
    FIX = "lambda_function_of_nodejs_runs"

    def of(self, code: str, **options: Any) -> None:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("index.js", code)
        self.functions.create_function(
            FunctionName=self.function,
            Role=self.role,
            Runtime="nodejs24.x",
            Handler="index.handler",
            Code={"ZipFile": packed.getvalue()},
            **options,
        )

    def invoke(self, event: Any = None, **options: Any) -> tuple[dict, Any]:
        answer = self.functions.invoke(FunctionName=self.function, Payload=json.dumps(event or {}), **options)
        said = answer["Payload"].read()
        return answer, json.loads(said) if said else None

    def test_its_code_gets_the_event_a_context_and_its_variables(self) -> None:
        self.of(
            """exports.handler = async ({ left }, { functionName, getRemainingTimeInMillis }) =>
              ({ left, functionName, own: process.env.OWN, region: process.env.AWS_REGION, more: getRemainingTimeInMillis() > 0 });""",
            Environment={"Variables": {"OWN": "a value"}},
        )
        answer, said = self.invoke({"left": 3})
        told = {"left": 3, "functionName": self.function, "own": "a value", "region": REGION, "more": True}
        self.assertEqual((answer["StatusCode"], said), (200, told))
        self.assertNotIn("FunctionError", answer)

    def test_it_calls_this_aws_while_it_runs_and_its_log_is_kept(self) -> None:
        secret = self.client("secretsmanager").create_secret(Name=self.name("login"), SecretString="open")["ARN"]
        self.of(
            """const { GetSecretValueCommand, SecretsManagerClient } = require("@aws-sdk/client-secrets-manager");
            exports.handler = async ({ SecretId }) => {
              console.log("asks");
              return (await new SecretsManagerClient().send(new GetSecretValueCommand({ SecretId }))).SecretString;
            };""",
            Timeout=30,
        )
        answer, said = self.invoke({"SecretId": secret}, LogType="Tail")
        self.assertEqual(said, "open")
        self.assertIn(b"asks", base64.b64decode(answer["LogResult"]))
        logs, group = self.client("logs"), f"/aws/lambda/{self.function}"
        stream = logs.describe_log_streams(logGroupName=group)["logStreams"][0]["logStreamName"]
        events = logs.get_log_events(logGroupName=group, logStreamName=stream)["events"]
        self.assertIn("asks", [event["message"] for event in events])

    def test_what_it_throws_is_told_as_unhandled_with_type_and_message(self) -> None:
        self.of("exports.handler = (event, context, callback) => callback(new RangeError('too far'));")
        answer, said = self.invoke()
        self.assertEqual((answer["StatusCode"], answer["FunctionError"]), (200, "Unhandled"))
        self.assertEqual((said["errorType"], said["errorMessage"]), ("RangeError", "too far"))
        self.assertEqual(said["trace"][0], "RangeError: too far")

    def test_it_is_ended_at_its_timeout_and_an_exit_is_no_answer(self) -> None:
        self.of("exports.handler = ({ exit }) => exit ? process.exit(3) : new Promise(() => setInterval(() => {}, 9));", Timeout=1)
        answer, said = self.invoke()
        self.assertEqual((answer["FunctionError"], said["errorType"]), ("Unhandled", "Sandbox.Timedout"))
        self.assertRegex(said["errorMessage"], "Task timed out after 1.00 seconds$")
        _, said = self.invoke({"exit": True})
        self.assertEqual(said["errorType"], "Runtime.ExitError")
        self.assertRegex(said["errorMessage"], "exit status 3$")

    def test_a_handler_that_is_not_there_is_told_and_a_dry_run_runs_nothing(self) -> None:
        self.of("exports.other = async () => 1;")
        _, said = self.invoke()
        self.assertEqual(said["errorType"], "Runtime.HandlerNotFound")
        answer, said = self.invoke(InvocationType="DryRun")
        self.assertEqual((answer["StatusCode"], said), (204, None))
