"""KMS keys as other services find them."""

from moto.kms.models import Key, kms_backends


def enabled_key(account: str, region: str, key_id: str) -> Key | None:
    """The enabled key of a region, by id, ARN or alias."""
    backend = kms_backends[account][region]
    if "alias/" in key_id and backend.get_key_id_from_alias(backend.get_alias_name(key_id)) is None:
        return None
    key = backend.keys.get(backend.any_id_to_key_id(key_id))
    return key if key is not None and key.enabled else None
