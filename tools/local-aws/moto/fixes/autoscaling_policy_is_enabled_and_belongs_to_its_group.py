"""A scaling policy has a name in its group, an ARN of its own, and is enabled unless said otherwise.

On AWS two groups may each have a policy "cpu", and a policy goes with its group. moto keys policies by name over all
groups, gives them all the same id, and reports neither Enabled nor an absent predictive configuration properly.
https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_PutScalingPolicy.html
"""

import uuid
from typing import Any

from moto.autoscaling.exceptions import ValidationError
from moto.autoscaling.models import AutoScalingBackend, FakeScalingPolicy
from moto.autoscaling.responses import AutoScalingResponse
from moto.core.responses import ActionResult, EmptyResult
from patching import add, wrap, wrap_property

add(FakeScalingPolicy, "enabled")(True)


@wrap(FakeScalingPolicy, "__init__")
def init(original: Any, self: FakeScalingPolicy, *args: Any, **kwargs: Any) -> None:
    original(self, *args, **kwargs)
    self.id = str(uuid.uuid4())
    self.predictive_scaling_configuration = self.predictive_scaling_configuration or None


def arn(original: Any, self: FakeScalingPolicy) -> str:
    head, _, tail = original(self).partition(":scalingPolicy:")
    return f"{head}:scalingPolicy:{self.id}:{tail.partition(':')[2]}"


wrap_property(FakeScalingPolicy, "arn")(arn)
wrap_property(FakeScalingPolicy, "policy_arn")(arn)


def find(backend: AutoScalingBackend, group: str | None, policy: str) -> FakeScalingPolicy:
    for candidate in backend.policies.values():
        if candidate.arn == policy or (candidate.auto_scaling_group_name, candidate.name) == (group, policy):
            return candidate
    raise ValidationError(f"Policy name not found - no policy '{policy}' in group '{group}'")


@wrap(AutoScalingBackend, "put_scaling_policy")
def put_scaling_policy(original: Any, self: AutoScalingBackend, name: str, *args: Any, **kwargs: Any) -> Any:
    group = kwargs["as_name"]
    if group not in self.autoscaling_groups:
        raise ValidationError(f"Group {group} not found")
    replaced = self.policies.get((group, name))
    policy = original(self, name, *args, **kwargs)
    if replaced is not None:
        policy.id = replaced.id
    self.policies.pop(name, None)
    self.policies[(group, name)] = policy
    return policy


@wrap(AutoScalingResponse, "put_scaling_policy")
def answer_put_scaling_policy(original: Any, self: AutoScalingResponse) -> Any:
    answer = original(self)
    policy = find(self.autoscaling_backend, None, answer.result["PolicyArn"])
    policy.enabled = self._get_bool_param("Enabled", True)
    return ActionResult({"PolicyARN": policy.arn})


@wrap(AutoScalingResponse, "delete_policy")
def delete_policy(_: Any, self: AutoScalingResponse) -> Any:
    policy = find(self.autoscaling_backend, self._get_param("AutoScalingGroupName"), self._get_param("PolicyName"))
    del self.autoscaling_backend.policies[(policy.auto_scaling_group_name, policy.name)]
    return EmptyResult()


@wrap(AutoScalingResponse, "execute_policy")
def execute_policy(_: Any, self: AutoScalingResponse) -> Any:
    find(self.autoscaling_backend, self._get_param("AutoScalingGroupName"), self._get_param("PolicyName")).execute()
    return EmptyResult()


@wrap(AutoScalingBackend, "delete_auto_scaling_group")
def delete_auto_scaling_group(original: Any, self: AutoScalingBackend, group_name: str) -> None:
    original(self, group_name)
    self.policies = {key: policy for key, policy in self.policies.items() if key[0] != group_name}
