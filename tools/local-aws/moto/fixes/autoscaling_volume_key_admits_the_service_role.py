"""Instances with volumes under a customer key start only if the key admits the group's service-linked role.

So must the key of the image's snapshot, which a volume is made from. On AWS the launch fails (Client.InternalError) and
the group stays empty, because the role may not create the grant for the volume; the account as principal is not enough,
since the role's own policy has no KMS permission. moto starts them all the same.
https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html
"""

from typing import Any

from activities import record
from keys import enabled_key
from moto.autoscaling.models import FakeAutoScalingGroup
from moto.ec2.models import ec2_backends
from moto.kms.models import Key
from patching import wrap
from policy import Statement, condition_met, names_action, principals, statements

NEEDED = ("kms:CreateGrant", "kms:Decrypt", "kms:GenerateDataKeyWithoutPlaintext")


def keys_at_launch(group: FakeAutoScalingGroup) -> list[str]:
    if group.ec2_launch_template is None:
        return []
    data = group.ec2_launch_template.get_version(group.launch_template_version).data
    volumes = [mapping.get("Ebs") or {} for mapping in data.get("BlockDeviceMappings") or []]
    image = ec2_backends[group.account_id][group.region].amis.get(data.get("ImageId"))
    keys = [*(volume.get("KmsKeyId") for volume in volumes), image and image.ebs_snapshot.kms_key_id]
    return [key for key in keys if key]


def applies(statement: Statement, role: str, action: str, known: dict[str, str]) -> bool:
    names = principals(statement, "AWS")
    return (role in names or "*" in names) and names_action(statement, action) and condition_met(statement, known)


def admits(key: Key, role: str, account: str, region: str) -> bool:
    known = {
        "aws:principalarn": role,
        "aws:principalaccount": account,
        "kms:calleraccount": account,
        "kms:grantisforawsresource": "true",
        "kms:viaservice": f"ec2.{region}.amazonaws.com",
    }
    grants = [grant for grant in key.grants.values() if grant.grantee_principal == role]
    granted = {f"kms:{name}" for grant in grants for name in grant.operations}
    for action in NEEDED:
        effects = {each["Effect"] for each in statements(key.policy) if applies(each, role, action, known)}
        if "Deny" in effects or ("Allow" not in effects and action not in granted):
            return False
    return True


def usable(group: FakeAutoScalingGroup, key_id: str) -> bool:
    if key_id.startswith("alias/aws/") or ":alias/aws/" in key_id:
        return True
    key = enabled_key(group.account_id, group.region, key_id)
    return key is not None and admits(key, group.service_linked_role_arn, group.account_id, group.region)


@wrap(FakeAutoScalingGroup, "replace_autoscaling_group_instances")
def replace(original: Any, self: FakeAutoScalingGroup, count: int, tags: dict[str, str]) -> None:
    if all(usable(self, key_id) for key_id in keys_at_launch(self)):
        original(self, count, tags)
        return
    for _number in range(count):
        record(
            self,
            "Launching a new EC2 instance. Status Reason: Instance became unhealthy while waiting to be in "
            "InService state. Termination Reason: Client.InternalError: Client error on launch",
            "Failed",
            "Client.InternalError: Client error on launch",
        )
