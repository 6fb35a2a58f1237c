"""What a call of a function is given besides its event: whose it is, and what it can connect to."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from moto.awslambda.models import LambdaFunction
from moto.sts.models import sts_backends
from moto.utilities.utils import get_partition
from turn import others_may_call

from functions.databases import Database, asked_for, started, told_of
from functions.network import Network


@dataclass(frozen=True)
class Given:
    credentials: dict[str, str]
    databases: list[Database]
    # Host and port of what the network lets it connect to not.
    unreachable: list[str]
    # Endpoints of services, by variable, where they are not this local AWS.
    endpoints: dict[str, str]


def credentials(function: LambdaFunction) -> dict[str, str]:
    """Those of a session of its role, which bears its name."""
    region = function.region
    session = sts_backends[function.account_id][get_partition(region)].assume_role(
        region_name=region,
        role_session_name=function.function_name,
        role_arn=function.role,
        policy="",
        duration=3600,
        external_id="",
    )
    return {
        "AWS_ACCESS_KEY_ID": session.access_key_id,
        "AWS_SECRET_ACCESS_KEY": session.secret_access_key,
        "AWS_SESSION_TOKEN": session.session_token,
    }


@contextmanager
def given(function: LambdaFunction) -> Iterator[Given]:
    """As it stands when it is called; others have their turn within."""
    account, region = function.account_id, function.region
    network = Network(account, region)
    here = network.of_function(function)
    reached, unreachable = [], []
    for host, database in told_of(account, region, function.environment_vars):
        port = int(database.port or 5432)
        if here is not None and network.lets_through(here, network.of_database(database), port):
            reached.append((database, asked_for(host, database)))
        else:
            unreachable.append(f"{host}:{port}")
    endpoints = {}
    if not network.reaches_service(here, "secretsmanager"):
        host = f"secretsmanager.{region}.amazonaws.com"
        unreachable.append(f"{host}:443")
        endpoints["AWS_ENDPOINT_URL_SECRETS_MANAGER"] = f"https://{host}"
    session = credentials(function)
    with others_may_call():
        yield Given(session, [started(*one) for one in reached], unreachable, endpoints)
