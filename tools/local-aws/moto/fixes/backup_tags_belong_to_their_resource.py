"""Tags of vaults and plans are told and changed by the ARN in the path, with or without a slash after it.

moto looks for the ARN before a slash that clients need not send, and so tells no tags.
https://docs.aws.amazon.com/aws-backup/latest/devguide/API_ListTags.html
"""

import json
from typing import Any

from moto.backup.responses import BackupResponse
from patching import wrap


def resource(self: BackupResponse) -> str:
    return self.uri_match["resourceArn"].rstrip("/")


@wrap(BackupResponse, "list_tags")
def list_tags(_: Any, self: BackupResponse) -> str:
    return json.dumps({"Tags": self.backup_backend.list_tags(resource_arn=resource(self))})


@wrap(BackupResponse, "tag_resource")
def tag_resource(_: Any, self: BackupResponse) -> str:
    self.backup_backend.tag_resource(resource(self), json.loads(self.body)["Tags"])
    return "{}"


@wrap(BackupResponse, "untag_resource")
def untag_resource(_: Any, self: BackupResponse) -> str:
    self.backup_backend.untag_resource(resource(self), json.loads(self.body)["TagKeyList"])
    return "{}"
