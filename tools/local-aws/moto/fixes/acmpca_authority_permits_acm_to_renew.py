"""An authority permits ACM to issue and renew certificates, and ACM issues with an active authority only.

moto has no permissions, and issues with an authority whose own certificate is not there yet.
https://docs.aws.amazon.com/privateca/latest/APIReference/API_CreatePermission.html
"""

from typing import Any

from moto.acm.models import AWSCertificateManagerBackend
from moto.acmpca.models import acmpca_backends
from moto.acmpca.responses import ACMPCAResponse
from patching import wrap
from service import Refusal, operation


def authority(self: ACMPCAResponse, asked: dict[str, Any]) -> Any:
    return self.acmpca_backend.describe_certificate_authority(asked["CertificateAuthorityArn"])


def permissions(authority: Any) -> dict[str, dict[str, Any]]:
    return vars(authority).setdefault("permissions", {})


@operation(ACMPCAResponse, "CreatePermission")
def create_permission(self: ACMPCAResponse, asked: dict[str, Any]) -> None:
    of = authority(self, asked)
    if asked["Principal"] in permissions(of):
        message = f"The permission of {asked['Principal']} is there already"
        raise Refusal("PermissionAlreadyExistsException", message)
    permissions(of)[asked["Principal"]] = {**asked, "SourceAccount": self.current_account}


@operation(ACMPCAResponse, "ListPermissions")
def list_permissions(self: ACMPCAResponse, asked: dict[str, Any]) -> dict[str, Any]:
    return {"Permissions": list(permissions(authority(self, asked)).values())}


@operation(ACMPCAResponse, "DeletePermission")
def delete_permission(self: ACMPCAResponse, asked: dict[str, Any]) -> None:
    permissions(authority(self, asked)).pop(asked["Principal"], None)


@wrap(AWSCertificateManagerBackend, "request_certificate")
def request_certificate(original: Any, self: AWSCertificateManagerBackend, *args: Any, **asked: Any) -> str:
    arn = asked.get("cert_authority_arn") or (args[4] if len(args) > 4 else None)
    if arn:
        of = acmpca_backends[self.account_id][self.region_name].describe_certificate_authority(arn)
        if of.status != "ACTIVE":
            raise Refusal("InvalidStateException", f"The certificate authority {arn} is {of.status}, not ACTIVE")
    return original(self, *args, **asked)
