"""A replica key is a key of its own: policy, tags, aliases, description, rotation and state belong to it alone.

On AWS a replica shares key id and material with its primary; everything else is set for it. moto shares the
primary's aliases and multi-Region data with the replica, and ignores what ReplicateKey asks for.
https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html
"""

import copy
import json
from typing import Any

from moto.kms.exceptions import AlreadyExistsException, ValidationException
from moto.kms.models import KmsBackend, kms_backends
from moto.kms.responses import KmsResponse
from moto.core.utils import unix_time
from patching import wrap


@wrap(KmsBackend, "replicate_key")
def replicate_key(original: Any, self: KmsBackend, key_id: str, replica_region: str) -> Any:
    primary = self.keys[key_id]
    replica = original(self, key_id, replica_region)
    replica.multi_region_configuration = copy.deepcopy(primary.multi_region_configuration)
    replica.multi_region_configuration["MultiRegionKeyType"] = "REPLICA"
    # DescribeKey tells the replicas of the primary to every related key.
    for related in primary.multi_region_configuration["ReplicaKeys"]:
        sibling = kms_backends[self.account_id][related["Region"]].keys.get(key_id)
        if sibling is not None:
            sibling.multi_region_configuration["ReplicaKeys"] = primary.multi_region_configuration["ReplicaKeys"]
    replica.aliases = {}
    replica.grants = {}
    replica.creation_date = unix_time()
    return replica


@wrap(KmsResponse, "replicate_key")
def answer_replicate_key(_: Any, self: KmsResponse) -> str:
    asked_id, region = self._get_param("KeyId"), self._get_param("ReplicaRegion")
    self._validate_cmk_id(asked_id)
    key_id = self.kms_backend.get_key_id(asked_id)
    primary = self.kms_backend.keys[key_id]
    if not primary.multi_region or primary.multi_region_configuration["MultiRegionKeyType"] != "PRIMARY":
        raise ValidationException(f"{primary.arn} is not a multi-Region primary key")
    target = kms_backends[self.current_account][region]
    if region == self.region or key_id in target.keys:
        raise AlreadyExistsException(f"A related multi-Region key already exists in {region}")
    replica = self.kms_backend.replicate_key(key_id, region)
    replica.description = self._get_param("Description") or ""
    replica.policy = self._get_param("Policy") or replica.generate_default_policy()
    tags = {tag["TagKey"]: tag["TagValue"] for tag in self._get_param("Tags") or []}
    if tags:
        target.tag_resource(key_id, tags)
    return json.dumps(
        {
            "ReplicaKeyMetadata": replica.to_dict()["KeyMetadata"],
            "ReplicaPolicy": replica.policy,
            "ReplicaTags": self._get_param("Tags") or [],
        }
    )


@wrap(KmsBackend, "describe_key")
def describe_key(_: Any, self: KmsBackend, key_id: str) -> Any:
    return self.keys[self.any_id_to_key_id(key_id)]
