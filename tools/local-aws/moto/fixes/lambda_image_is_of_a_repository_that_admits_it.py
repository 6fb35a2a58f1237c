"""A function's image is pulled by Lambda itself, so the policy of its repository has to admit that service.

AWS refuses the function otherwise: Lambda adds the statement only for who may change the policy. moto asks no repository.
One that is not there is not asked here, either: nobody pushes images into a local AWS.
https://docs.aws.amazon.com/lambda/latest/dg/images-create.html#configuration-images-permissions
"""

import re
import warnings
from typing import Any

from moto.awslambda.models import LambdaBackend, LambdaFunction
from moto.ecr.models import ecr_backends
from patching import wrap
from policy import condition_met, names_action, principals, statements
from service import Refusal

# The service answers with an error that its model does not have; moto would say so each time.
warnings.filterwarnings("ignore", message=r"Exception\(Refusal\) with code AccessDenied")

PULLS = ("ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer")
IMAGE = re.compile(r"^(?P<account>\d{12})\.dkr\.ecr\.(?P<region>[a-z0-9-]+)\.[^/]+/(?P<repository>[^:@]+)")


def admits(policy: str | None, function_arn: str) -> bool:
    known = {"aws:sourcearn": function_arn, "aws:sourceaccount": function_arn.split(":")[4]}
    allowed = [
        statement
        for statement in statements(policy)
        if statement.get("Effect") == "Allow"
        and {"*", "lambda.amazonaws.com"} & set(principals(statement, "Service"))
        and condition_met(statement, known)
    ]
    return all(any(names_action(statement, action) for statement in allowed) for action in PULLS)


def check(image: str | None, function_arn: str) -> None:
    named = IMAGE.match(image or "")
    if named is None:
        return
    repository = ecr_backends[named["account"]][named["region"]].repositories.get(named["repository"])
    if repository is not None and not admits(repository.policy, function_arn):
        message = "Lambda does not have permission to access the ECR image. Check the ECR permissions."
        raise Refusal("AccessDeniedException", message)


@wrap(LambdaBackend, "create_function")
def create_function(original: Any, self: LambdaBackend, spec: dict[str, Any]) -> LambdaFunction:
    arn = f"arn:{self.partition}:lambda:{self.region_name}:{self.account_id}:function:{spec.get('FunctionName')}"
    check(spec.get("Code", {}).get("ImageUri"), arn)
    return original(self, spec)


@wrap(LambdaFunction, "update_function_code")
def update_function_code(original: Any, self: LambdaFunction, updated_spec: dict[str, Any]) -> dict[str, Any]:
    check(updated_spec.get("ImageUri"), self.function_arn)
    return original(self, updated_spec)
