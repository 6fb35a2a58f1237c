"""DescribeSnapshots with OwnerIds tells only snapshots of those owners; "self" is the caller's account.

moto ignores OwnerIds, and so tells the snapshots of every public AMI as the caller's.
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSnapshots.html
"""

from typing import Any

from moto.ec2.responses.elastic_block_store import ElasticBlockStore
from patching import wrap


@wrap(ElasticBlockStore, "describe_snapshots")
def describe_snapshots(original: Any, self: ElasticBlockStore) -> Any:
    answer = original(self)
    owners = self._get_param("OwnerIds", [])
    if owners:
        wanted = {self.current_account if owner == "self" else owner for owner in owners}
        answer.result["Snapshots"] = [one for one in answer.result["Snapshots"] if one.owner_id in wanted]
    return answer
