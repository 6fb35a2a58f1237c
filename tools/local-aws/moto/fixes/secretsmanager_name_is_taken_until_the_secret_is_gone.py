"""The name of a secret that waits for its deletion is taken until it is gone.

AWS refuses to create a secret of that name for the 7 to 30 days; moto compares versions with the one that waits.
https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_delete-secret.html
"""

from typing import Any

from moto.secretsmanager.exceptions import InvalidRequestException
from moto.secretsmanager.models import SecretsManagerBackend
from patching import wrap


@wrap(SecretsManagerBackend, "create_secret")
def create_secret(original: Any, self: SecretsManagerBackend, name: str, *args: Any, **kwargs: Any) -> str:
    if name in self.secrets and self.secrets[name].is_deleted():
        raise InvalidRequestException(
            "You can't create this secret because a secret with this name is already scheduled for deletion."
        )
    created: str = original(self, name, *args, **kwargs)
    return created
