"""IAM Access Analyzer: analyzers of the account, one of each type in a region.

moto does not have the service. Here it finds nothing: findings and archive rules stay unknown.
https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_CreateAnalyzer.html
https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-quotas.html
"""

from typing import Any

from moto.core.base_backend import BaseBackend
from moto.core.responses import BaseResponse
from moto.core.utils import utcnow
from service import Refusal, added_service, operation


class AccessAnalyzerBackend(BaseBackend):
    def __init__(self, region_name: str, account_id: str) -> None:
        super().__init__(region_name, account_id)
        self.analyzers: dict[str, dict[str, Any]] = {}

    def named(self, name: str) -> dict[str, Any]:
        if name not in self.analyzers:
            raise Refusal("ResourceNotFoundException", f"Analyzer {name} does not exist")
        return self.analyzers[name]

    def with_arn(self, arn: str) -> dict[str, Any]:
        return self.named(next((name for name, each in self.analyzers.items() if each["arn"] == arn), arn))


class AccessAnalyzerResponse(BaseResponse):
    def __init__(self) -> None:
        super().__init__(service_name="accessanalyzer")

    @property
    def backend(self) -> AccessAnalyzerBackend:
        return backends[self.current_account][self.region]


backends = added_service("accessanalyzer", "access-analyzer", AccessAnalyzerBackend, AccessAnalyzerResponse)


@operation(AccessAnalyzerResponse, "CreateAnalyzer")
def create_analyzer(self: AccessAnalyzerResponse, asked: dict[str, Any]) -> dict[str, Any]:
    backend, name, kind = self.backend, asked["analyzerName"], asked["type"]
    if name in backend.analyzers:
        raise Refusal("ConflictException", f"Analyzer {name} exists already")
    if kind.startswith("ORGANIZATION"):
        raise Refusal("ValidationException", "An analyzer of an organization is made in its delegated administrator")
    if any(each["type"] == kind for each in backend.analyzers.values()):
        raise Refusal("ServiceQuotaExceededException", f"The region has an analyzer of type {kind} already")
    arn = f"arn:{backend.partition}:access-analyzer:{backend.region_name}:{backend.account_id}:analyzer/{name}"
    made = {"arn": arn, "name": name, "type": kind, "createdAt": utcnow(), "status": "ACTIVE"}
    configuration = {"configuration": asked["configuration"]} if "configuration" in asked else {}
    backend.analyzers[name] = {**made, "tags": asked.get("tags", {}), **configuration}
    return {"arn": arn}


@operation(AccessAnalyzerResponse, "GetAnalyzer")
def get_analyzer(self: AccessAnalyzerResponse, asked: dict[str, Any]) -> dict[str, Any]:
    return {"analyzer": self.backend.named(asked["analyzerName"])}


@operation(AccessAnalyzerResponse, "ListAnalyzers")
def list_analyzers(self: AccessAnalyzerResponse, asked: dict[str, Any]) -> dict[str, Any]:
    wanted = asked.get("type")
    return {"analyzers": [each for each in self.backend.analyzers.values() if wanted in (None, each["type"])]}


@operation(AccessAnalyzerResponse, "DeleteAnalyzer")
def delete_analyzer(self: AccessAnalyzerResponse, asked: dict[str, Any]) -> None:
    self.backend.named(asked["analyzerName"])
    del self.backend.analyzers[asked["analyzerName"]]


@operation(AccessAnalyzerResponse, "ListTagsForResource")
def list_tags_for_resource(self: AccessAnalyzerResponse, asked: dict[str, Any]) -> dict[str, Any]:
    return {"tags": self.backend.with_arn(asked["resourceArn"])["tags"]}


@operation(AccessAnalyzerResponse, "TagResource")
def tag_resource(self: AccessAnalyzerResponse, asked: dict[str, Any]) -> None:
    self.backend.with_arn(asked["resourceArn"])["tags"].update(asked["tags"])


@operation(AccessAnalyzerResponse, "UntagResource")
def untag_resource(self: AccessAnalyzerResponse, asked: dict[str, Any]) -> None:
    tags = self.backend.with_arn(asked["resourceArn"])["tags"]
    for key in asked["tagKeys"]:
        tags.pop(key, None)
