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

    def let(self, action: str, resource: str) -> None:
        statement = {"Effect": "Allow", "Action": action, "Resource": resource}
        document = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
        self.client("iam").put_role_policy(RoleName=self.role.split("/")[-1], PolicyName="own", PolicyDocument=document)

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


class NodejsTest(FunctionTest):
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


class Running(NodejsTest):
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
        self.let("secretsmanager:GetSecretValue", secret)
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


class Network(NodejsTest):
    """A function in the first subnet of a VPC, a database in the others, with groups that admit each other at first."""

    DATABASE = """const { connect } = require("node:net");
        exports.handler = () => new Promise((resolve) => {
          const socket = connect({ host: process.env.DATABASE, port: 5432 }, () => resolve("connected"));
          socket.on("error", ({ code }) => resolve(code));
        });"""
    SECRET = """const { GetSecretValueCommand, SecretsManagerClient } = require("@aws-sdk/client-secrets-manager");
        exports.handler = async ({ SecretId }) =>
          new SecretsManagerClient({ maxAttempts: 1 }).send(new GetSecretValueCommand({ SecretId }))
            .then(() => "read", ({ name, code }) => code ?? name);"""

    def setUp(self) -> None:
        super().setUp()
        self.ec2 = self.client("ec2")
        self.vpc_id, (self.subnet, *self.data) = self.vpc()
        self.own, self.there = self.group("function"), self.group("there")
        self.rule = self.tcp(UserIdGroupPairs=[{"GroupId": self.own}])
        self.ec2.authorize_security_group_ingress(GroupId=self.there, IpPermissions=[self.rule])

    def group(self, name: str) -> str:
        return str(self.ec2.create_security_group(GroupName=name, Description=name, VpcId=self.vpc_id)["GroupId"])

    def tcp(self, port: int = 5432, **peers: Any) -> dict[str, Any]:
        return {"IpProtocol": "tcp", "FromPort": port, "ToPort": port, **peers}

    def in_vpc(self, code: str, **options: Any) -> None:
        self.of(code, Timeout=30, VpcConfig={"SubnetIds": [self.subnet], "SecurityGroupIds": [self.own]}, **options)

    def database(self, engine: str = "aurora-postgresql") -> dict[str, Any]:
        """A cluster of Aurora or an instance of RDS; and the variable that names it."""
        rds, name = self.client("rds"), self.name("data")
        rds.create_db_subnet_group(DBSubnetGroupName=name, DBSubnetGroupDescription="data", SubnetIds=self.data)
        asked = {
            "Engine": engine,
            "MasterUsername": "shop_admin",
            "ManageMasterUserPassword": True,
            "DBSubnetGroupName": name,
            "VpcSecurityGroupIds": [self.there],
        }
        if engine == "postgres":
            size = {"DBInstanceClass": "db.t4g.medium", "AllocatedStorage": 20}
            rds.create_db_instance(DBInstanceIdentifier=name, **size, **asked)
            host = rds.describe_db_instances(DBInstanceIdentifier=name)["DBInstances"][0]["Endpoint"]["Address"]
        else:
            host = rds.create_db_cluster(DBClusterIdentifier=name, **asked)["DBCluster"]["Endpoint"]
        return {"Variables": {"DATABASE": host}}

    def test_a_database_is_reached_once_the_groups_of_both_let_it_through(self) -> None:
        self.in_vpc(self.DATABASE, Environment=self.database())
        self.assertEqual(self.invoke()[1], "connected")
        self.ec2.revoke_security_group_ingress(GroupId=self.there, IpPermissions=[self.rule])
        other = self.tcp(IpRanges=[{"CidrIp": "10.0.1.0/24"}])
        port = self.tcp(5433, UserIdGroupPairs=[{"GroupId": self.own}])
        self.ec2.authorize_security_group_ingress(GroupId=self.there, IpPermissions=[other, port])
        self.assertEqual(self.invoke()[1], "ETIMEDOUT")
        self.ec2.authorize_security_group_ingress(
            GroupId=self.there, IpPermissions=[self.tcp(IpRanges=[{"CidrIp": "10.0.0.0/24"}])]
        )
        self.assertEqual(self.invoke()[1], "connected")
        everything = {"IpProtocol": "-1", "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}
        self.ec2.revoke_security_group_egress(GroupId=self.own, IpPermissions=[everything])
        self.assertEqual(self.invoke()[1], "ETIMEDOUT")
        to = self.tcp(UserIdGroupPairs=[{"GroupId": self.there}])
        self.ec2.authorize_security_group_egress(GroupId=self.own, IpPermissions=[to])
        self.assertEqual(self.invoke()[1], "connected")

    def test_a_database_is_reached_where_network_acls_let_the_answer_back(self) -> None:
        self.in_vpc(self.DATABASE, Environment=self.database("postgres"))
        acl = self.ec2.create_network_acl(VpcId=self.vpc_id)["NetworkAcl"]["NetworkAclId"]
        held = {
            association["SubnetId"]: association["NetworkAclAssociationId"]
            for one in self.ec2.describe_network_acls(Filters=[{"Name": "vpc-id", "Values": [self.vpc_id]}])["NetworkAcls"]
            for association in one["Associations"]
        }
        for subnet in self.data:
            self.ec2.replace_network_acl_association(AssociationId=held[subnet], NetworkAclId=acl)

        def enter(number: int, egress: bool, action: str, first: int, last: int) -> None:
            self.ec2.create_network_acl_entry(
                NetworkAclId=acl, RuleNumber=number, Egress=egress, RuleAction=action, Protocol="6",
                CidrBlock="10.0.0.0/24", PortRange={"From": first, "To": last},
            )  # fmt: skip

        enter(100, False, "allow", 5432, 5432)
        self.assertEqual(self.invoke()[1], "ETIMEDOUT")
        enter(100, True, "allow", 1024, 65535)
        self.assertEqual(self.invoke()[1], "connected")
        enter(90, False, "deny", 5000, 6000)
        self.assertEqual(self.invoke()[1], "ETIMEDOUT")

    def test_a_function_that_is_in_no_vpc_reaches_no_database(self) -> None:
        self.of(self.DATABASE, Environment=self.database())
        self.assertEqual(self.invoke()[1], "ETIMEDOUT")

    def test_secrets_manager_is_reached_by_its_endpoint_or_a_nat_gateway(self) -> None:
        secret = self.client("secretsmanager").create_secret(Name=self.name("login"), SecretString="open")["ARN"]
        self.let("secretsmanager:GetSecretValue", secret)
        self.in_vpc(self.SECRET)
        asked = {"SecretId": secret}
        self.assertEqual(self.invoke(asked)[1], "ETIMEDOUT")

        table = self.ec2.create_route_table(VpcId=self.vpc_id)["RouteTable"]["RouteTableId"]
        self.ec2.associate_route_table(RouteTableId=table, SubnetId=self.subnet)
        address = self.ec2.allocate_address(Domain="vpc")["AllocationId"]
        nat = self.ec2.create_nat_gateway(SubnetId=self.data[0], AllocationId=address)["NatGateway"]["NatGatewayId"]
        self.ec2.create_route(RouteTableId=table, DestinationCidrBlock="0.0.0.0/0", NatGatewayId=nat)
        self.assertEqual(self.invoke(asked)[1], "read")

        # Its private name leads to the endpoint, and no more to the gateway.
        self.ec2.create_vpc_endpoint(
            VpcEndpointType="Interface",
            VpcId=self.vpc_id,
            ServiceName=f"com.amazonaws.{REGION}.secretsmanager",
            SubnetIds=self.data,
            SecurityGroupIds=[self.there],
            PrivateDnsEnabled=True,
        )
        self.assertEqual(self.invoke(asked)[1], "ETIMEDOUT")
        https = self.tcp(443, UserIdGroupPairs=[{"GroupId": self.own}])
        self.ec2.authorize_security_group_ingress(GroupId=self.there, IpPermissions=[https])
        self.assertEqual(self.invoke(asked)[1], "read")
