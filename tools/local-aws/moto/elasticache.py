"""What ElastiCache keeps beside what moto does: by backend, so by account and region."""

from typing import Any

from moto.elasticache.models import ElastiCacheBackend


def kept(backend: ElastiCacheBackend, kind: str) -> dict[str, Any]:
    return vars(backend).setdefault("kept", {}).setdefault(kind, {})


def arn(backend: ElastiCacheBackend, kind: str, name: str) -> str:
    return f"arn:{backend.partition}:elasticache:{backend.region_name}:{backend.account_id}:{kind}:{name}"
