"""A function is in the VPC of its subnets.

moto says the same invented VPC of every function.
https://docs.aws.amazon.com/lambda/latest/api/API_VpcConfigResponse.html
"""

from typing import Any

from moto.awslambda.models import LambdaFunction
from moto.ec2.models import ec2_backends
from patching import wrap_property


@wrap_property(LambdaFunction, "vpc_config")
def vpc_config(original: Any, self: LambdaFunction) -> dict[str, Any] | None:
    config = original(self)
    if config and config.get("SubnetIds"):
        subnet = ec2_backends[self.account_id][self.region].get_subnet(config["SubnetIds"][0])
        config["VpcId"] = subnet.vpc_id
    return config
