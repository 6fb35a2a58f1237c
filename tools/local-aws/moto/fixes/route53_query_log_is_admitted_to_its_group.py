"""Route 53 writes its query log only where a resource policy of CloudWatch Logs in us-east-1 lets it.

AWS refuses a query log without one with InsufficientCloudWatchLogsResourcePolicy. moto does not look.
https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateQueryLoggingConfig.html
"""

from typing import Any

from moto.logs.models import logs_backends
from moto.route53.exceptions import Route53ClientError
from moto.route53.models import Route53Backend
from patching import wrap
from policy import condition_met, names_action, names_resource, principals, statements

SERVICE = "route53.amazonaws.com"
ACTIONS = ("logs:CreateLogStream", "logs:PutLogEvents")


@wrap(Route53Backend, "create_query_logging_config")
def create_query_logging_config(original: Any, self: Route53Backend, hosted_zone_id: str, log_group_arn: str) -> Any:
    config = original(self, hosted_zone_id, log_group_arn)
    policies = logs_backends[self.account_id]["us-east-1"].resource_policies.values()
    group = f"{log_group_arn.removesuffix(':*')}:log-stream:any"
    known = {"aws:sourceaccount": self.account_id}
    admitting = [
        statement
        for policy in policies
        for statement in statements(policy.policy_document)
        if statement.get("Effect") == "Allow"
        and SERVICE in principals(statement, "Service")
        and (names_resource(statement, group) or names_resource(statement, log_group_arn))
        and condition_met(statement, known)
    ]
    if not all(any(names_action(statement, action) for statement in admitting) for action in ACTIONS):
        self.query_logging_configs.pop(config.id)
        raise Route53ClientError(
            "InsufficientCloudWatchLogsResourcePolicy",
            "The resource policy that you're using for Route 53 query logging doesn't grant Route 53 sufficient "
            "permission to create a log stream in the specified log group.",
        )
    return config
