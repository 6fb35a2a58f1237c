"""The parameters of a group say who set them, and can be asked for by that.

On AWS those that somebody changed have the source "user". moto says no source, for the groups of instances and of
clusters, and answers all parameters whatever source is asked for.
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBParameters.html
"""

from typing import Any

from moto.core.responses import ActionResult
from moto.rds.models import DBClusterParameterGroup, DBParameterGroup
from moto.rds.responses import RDSResponse
from patching import wrap


def by_user(parameters: Any) -> list[dict[str, Any]]:
    return [{**each, "Source": "user"} for each in parameters]


@wrap(DBParameterGroup, "update_parameters")
def update_parameters(original: Any, self: DBParameterGroup, new_parameters: Any) -> None:
    original(self, by_user(new_parameters))


@wrap(DBClusterParameterGroup, "update_cluster_parameters")
def update_cluster_parameters(original: Any, self: DBClusterParameterGroup, new_parameters: Any) -> None:
    original(self, by_user(new_parameters))


def of_the_source(original: Any, self: RDSResponse) -> Any:
    answer, source = original(self), self.params.get("Source")
    parameters = [each for each in answer.result["Parameters"] if source in (None, each.get("Source"))]
    return ActionResult({"Parameters": parameters})


wrap(RDSResponse, "describe_db_parameters")(of_the_source)
wrap(RDSResponse, "describe_db_cluster_parameters")(of_the_source)
