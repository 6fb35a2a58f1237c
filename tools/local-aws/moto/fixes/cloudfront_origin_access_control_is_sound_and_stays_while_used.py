"""An access control to origins signs with sigv4 as CloudFront knows it, has a name of its own, and stays while it is used.

AWS refuses another signing, another type of origin, a name that is taken, and the deletion of one that an origin of a
distribution has. moto takes and deletes them all.
https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateOriginAccessControl.html
https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DeleteOriginAccessControl.html
"""

from typing import Any

from moto.cloudfront.models import CloudFrontBackend
from patching import wrap
from service import Refusal

ALLOWED = {
    "SigningProtocol": ("sigv4",),
    "SigningBehavior": ("never", "always", "no-override"),
    "OriginAccessControlOriginType": ("s3", "mediastore", "mediapackagev2", "lambda"),
}


def check(backend: CloudFrontBackend, config: dict[str, str], itself: str | None = None) -> None:
    for field, values in ALLOWED.items():
        if field in config and config[field] not in values:
            raise Refusal("InvalidArgument", f"{field} {config[field]!r} is none of {', '.join(values)}.")
    others = [each for each in backend.origin_access_controls.values() if each.id != itself]
    if any(each.name == config.get("Name") for each in others):
        raise Refusal("OriginAccessControlAlreadyExists", "An origin access control with this name already exists.")


@wrap(CloudFrontBackend, "create_origin_access_control")
def create(original: Any, self: CloudFrontBackend, config_dict: dict[str, str]) -> Any:
    check(self, config_dict)
    return original(self, config_dict)


@wrap(CloudFrontBackend, "update_origin_access_control")
def update(original: Any, self: CloudFrontBackend, control_id: str, config: dict[str, str]) -> Any:
    check(self, config, control_id)
    return original(self, control_id, config)


@wrap(CloudFrontBackend, "delete_origin_access_control")
def delete(original: Any, self: CloudFrontBackend, control_id: str) -> None:
    self.get_origin_access_control(control_id)
    for distribution in self.distributions.values():
        origins = vars(distribution)["asked"]["Origins"]["Items"]
        if any(origin.get("OriginAccessControlId") == control_id for origin in origins):
            raise Refusal("OriginAccessControlInUse", f"The distribution {distribution.id} uses {control_id}.")
    original(self, control_id)
