"""The secret that RDS manages holds the cluster's own master user and a password of its own.

On AWS it is {"username": MasterUsername, "password": random}. moto writes the same constants for every database.
https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-secrets-manager.html
"""

import json
import secrets
from typing import Any

from moto.rds.models import MasterUserSecret
from patching import wrap


@wrap(MasterUserSecret, "_generate_secret_string")
def generate_secret_string(_: Any, self: MasterUserSecret) -> str:
    return json.dumps({"username": self.resource.master_username, "password": secrets.token_urlsafe(21)})
