"""A real server with the fixes, and clients for it."""

import os
import socket
import subprocess
import sys
import unittest
from functools import cache
from pathlib import Path
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

SERVER = Path(__file__).parents[4] / "tools" / "local-aws" / "moto" / "server.py"
ACCOUNT = "123456789012"
REGION, OTHER_REGION = "eu-west-1", "eu-central-1"
ZONES = [f"{REGION}{letter}" for letter in "abc"]


class Server:
    """moto in a process of its own, on a free port of loopback."""

    def __init__(self, without: list[str]) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        left_out = [argument for fix in without for argument in ("--without", fix)]
        command = [sys.executable, str(SERVER), "--port", str(port), "--exit-with-parent", *left_out]
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("AWS_", "MOTO_"))}
        # Without a fix, internal errors are what is expected.
        errors = subprocess.DEVNULL if without else None
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True, env=environment)
        assert self.process.stdout is not None
        self.url = f"http://127.0.0.1:{port}"
        if "listens" not in self.process.stdout.readline():
            raise RuntimeError(f"server.py did not start, exit code {self.process.wait()}")

    def stop(self) -> None:
        self.process.terminate()
        self.process.communicate()


@cache
def client_of(url: str, service: str, region: str) -> Any:
    """A client, made once: that reads the service's whole model."""
    return boto3.client(
        service,
        region_name=region,
        endpoint_url=url,
        aws_access_key_id="testing",
        aws_secret_access_key="testing",
        config=Config(
            # The server is what is tested, so nothing is refused before it gets there.
            parameter_validation=False,
            retries={"max_attempts": 0},
            connect_timeout=60,
            read_timeout=120,
        ),
    )


class AwsTest(unittest.TestCase):
    """A test against the server that the runner started. FIX is the fix without which each of its tests fails."""

    FIX = ""
    url = ""

    @classmethod
    def client(cls, service: str, region: str = REGION) -> Any:
        return client_of(cls.url, service, region)

    def within(self, account: str, service: str) -> Any:
        """A client of another account."""
        role = f"arn:aws:iam::{account}:role/admin"
        given = self.client("sts").assume_role(RoleArn=role, RoleSessionName="test")["Credentials"]
        return boto3.client(
            service,
            region_name=REGION,
            endpoint_url=self.url,
            aws_access_key_id=given["AccessKeyId"],
            aws_secret_access_key=given["SecretAccessKey"],
            aws_session_token=given["SessionToken"],
        )

    def refused(self, code: str, call: Any, **arguments: Any) -> str:
        """The message of the refusal, once it is one with this code and HTTP status 4xx."""
        with self.assertRaises(ClientError) as caught:
            call(**arguments)
        answer = caught.exception.response
        self.assertEqual(answer["Error"]["Code"], code)
        self.assertIn(answer["ResponseMetadata"]["HTTPStatusCode"], range(400, 500))
        return answer["Error"]["Message"]

    _number = 0

    @classmethod
    def name(cls, prefix: str) -> str:
        """A name that no other test uses."""
        AwsTest._number += 1
        return f"{prefix}-{AwsTest._number}"

    def vpc(self, region: str = REGION, zones: str = "abc") -> tuple[str, list[str]]:
        """A VPC with one subnet for each zone."""
        ec2 = self.client("ec2", region)
        vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        subnets = [
            ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.0.{number}.0/24", AvailabilityZone=f"{region}{zone}")
            for number, zone in enumerate(zones)
        ]
        return vpc, [subnet["Subnet"]["SubnetId"] for subnet in subnets]

    def key(self, region: str = REGION, **options: Any) -> str:
        return self.client("kms", region).create_key(**options)["KeyMetadata"]["Arn"]
