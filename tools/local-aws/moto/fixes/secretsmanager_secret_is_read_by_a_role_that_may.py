"""The session of a role reads a secret only where IAM lets the role: the secret, and the key that it is encrypted under.

moto asks nobody. Whoever is no role's session is asked nothing here, either. AWS's own key of the service lets in whoever may
read the secret.
https://docs.aws.amazon.com/secretsmanager/latest/userguide/determine-acccess_examine-iam-policies.html
https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
"""

from typing import Any

from keys import enabled_key
from moto.secretsmanager.exceptions import SecretsManagerClientError
from moto.secretsmanager.models import ReplicaSecret, SecretsManagerBackend
from moto.secretsmanager.responses import SecretsManagerResponse
from patching import wrap
from permissions import Wish, allowed, session_of

DEFAULT_KEY = SecretsManagerBackend.DEFAULT_KMS_KEY_ALIAS


@wrap(SecretsManagerResponse, "get_secret_value")
def get_secret_value(original: Any, self: SecretsManagerResponse) -> str:
    account, region = self.current_account, self.region
    session = session_of(account, region, self.access_key)
    secret = self.backend.secrets.get(self._get_param("SecretId") or "")
    if session is None or secret is None:
        return str(original(self))

    policy = None if isinstance(secret, ReplicaSecret) else secret.policy
    read = Wish("secretsmanager:GetSecretValue", secret.arn, {}, policy)
    if not allowed(session, region, read):
        message = f"User: {session.arn} is not authorized to perform: {read.action} on resource: {secret.arn}"
        raise SecretsManagerClientError("AccessDeniedException", message)

    named = secret.config["KmsKeyId"] if isinstance(secret, ReplicaSecret) else secret.kms_key_id
    key = None if named in (None, DEFAULT_KEY) else enabled_key(account, region, named)
    if key is not None and key.key_manager != "AWS":
        context = {
            "kms:ViaService": f"secretsmanager.{region}.amazonaws.com",
            "kms:CallerAccount": account,
            "kms:EncryptionContext:SecretARN": secret.arn,
        }
        if not allowed(session, region, Wish("kms:Decrypt", key.arn, context, key.policy)):
            raise SecretsManagerClientError("AccessDeniedException", "Access to KMS is not allowed")
    return str(original(self))
