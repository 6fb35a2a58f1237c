"""Cache, origin request and response headers policies: AWS's managed ones, and the account's own with their ETags.

AWS refuses a second policy of a name, a change without the current ETag, and the deletion of one that is in use. moto
has no policies.
https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateCachePolicy.html
"""

import json
from typing import Any

from cloudfront_policies import MANAGED, known, own
from moto.cloudfront.models import random_id
from moto.cloudfront.responses import CloudFrontResponse
from moto.core.utils import utcnow
from moto.moto_api._internal import mock_random
from service import Refusal, operation

INVALID = "InvalidArgument"


def add_kind(kind: str, plural: str) -> None:
    config = f"{kind}Config"

    def answer(policy: dict[str, Any]) -> dict[str, Any]:
        told = {name: value for name, value in policy.items() if name != "ETag"}
        return {kind: {"LastModifiedTime": utcnow(), **told}, "ETag": policy["ETag"]}

    def found(self: CloudFrontResponse, asked: dict[str, Any]) -> dict[str, Any]:
        policy = known(self.backend, kind).get(asked["Id"])
        if policy is None:
            raise Refusal(f"NoSuch{kind}", f"The policy {asked['Id']} does not exist.")
        return policy

    def changeable(self: CloudFrontResponse, asked: dict[str, Any], illegal: str) -> dict[str, Any]:
        policy = found(self, asked)
        if policy["ETag"] == "managed":
            raise Refusal(illegal, "A managed policy cannot be changed.")
        if not asked.get("IfMatch"):
            raise Refusal("InvalidIfMatchVersion", "The If-Match version is missing or not valid for the resource.")
        if asked["IfMatch"] != policy["ETag"]:
            raise Refusal("PreconditionFailed", "The If-Match version is not the current one.")
        return policy

    def refuse_name(self: CloudFrontResponse, name: str, but: str = "") -> None:
        if any(each[config]["Name"] == name and key != but for key, each in own(self.backend, kind).items()):
            raise Refusal(f"{kind}AlreadyExists", f"There is a policy named {name} already.")

    @operation(CloudFrontResponse, f"Create{kind}", INVALID)
    def create(self: CloudFrontResponse, asked: dict[str, Any]) -> dict[str, Any]:
        refuse_name(self, asked[config]["Name"])
        policy = {"Id": str(mock_random.uuid4()), config: asked[config], "ETag": random_id()}
        own(self.backend, kind)[policy["Id"]] = {**policy, "LastModifiedTime": utcnow()}
        return {**answer(policy), "Location": f"https://cloudfront.amazonaws.com/2020-05-31/{policy['Id']}"}

    @operation(CloudFrontResponse, f"Get{kind}", INVALID)
    def get(self: CloudFrontResponse, asked: dict[str, Any]) -> dict[str, Any]:
        return answer(found(self, asked))

    @operation(CloudFrontResponse, f"Update{kind}", INVALID)
    def update(self: CloudFrontResponse, asked: dict[str, Any]) -> dict[str, Any]:
        policy = changeable(self, asked, "IllegalUpdate")
        refuse_name(self, asked[config]["Name"], but=asked["Id"])
        policy.update({config: asked[config], "ETag": random_id(), "LastModifiedTime": utcnow()})
        return answer(policy)

    @operation(CloudFrontResponse, f"Delete{kind}", INVALID)
    def delete(self: CloudFrontResponse, asked: dict[str, Any]) -> None:
        changeable(self, asked, "IllegalDelete")
        for distribution in self.backend.distributions.values():
            if asked["Id"] in json.dumps(vars(distribution).get("asked", {}), default=str):
                raise Refusal(f"{kind}InUse", f"The policy is attached to {distribution.id}.")
        del own(self.backend, kind)[asked["Id"]]

    @operation(CloudFrontResponse, f"List{plural}", INVALID)
    def list_all(self: CloudFrontResponse, asked: dict[str, Any]) -> dict[str, Any]:
        items = [
            {"Type": "managed" if each["ETag"] == "managed" else "custom", kind: answer(each)[kind]}
            for each in known(self.backend, kind).values()
        ]
        chosen = [each for each in items if asked.get("Type") in (None, each["Type"])]
        return {f"{kind}List": {"MaxItems": 100, "Quantity": len(chosen), "Items": chosen}}


for name in MANAGED:
    add_kind(name, name.replace("Policy", "Policies"))
