"""Runs a PostgreSQL with the roles that RDS makes, that speaks TLS only, until standard input ends.

Reads one line of JSON: the folder with its programs, its host name, database, master user and password. Writes one: its port on
loopback, and the file with the authority of its certificate. Whatever ends the program that started it takes it along.
"""

import datetime
import ipaddress
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

SUPERUSER = "rdsadmin"


def certificate(host: str, folder: Path) -> tuple[Path, Path]:
    """A certificate that is its own authority, for a name; and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "local RDS")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    files = folder / "authority.pem", folder / "key.pem"
    files[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    form = serialization.PrivateFormat.PKCS8
    files[1].write_bytes(key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption()))
    files[1].chmod(0o600)
    return files


def unpacked(programs: Path, to: Path) -> Path:
    """The programs, with the links between libraries that npm's packages cannot hold: its install script may have made them."""
    shutil.copytree(programs, to, symlinks=True)
    for link in json.loads((to / "pg-symlinks.json").read_text()):
        source, target = (to / link[end].removeprefix("native/") for end in ("source", "target"))
        target.unlink(missing_ok=True)
        target.symlink_to(source)
    return to


def as_on_rds(username: str, password: str, database: str) -> str:
    """Roles and database as RDS makes them: the master user is no superuser, may hand on rds_iam, and owns the database.

    https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.PostgreSQL.CommonDBATasks.Roles.html
    """
    literal = "'" + password.replace("'", "''") + "'"
    user, name = ('"' + one.replace('"', '""') + '"' for one in (username, database))
    return "\n".join(
        [
            "CREATE ROLE rds_iam NOLOGIN",
            f"CREATE ROLE {user} LOGIN CREATEROLE CREATEDB PASSWORD {literal}",
            f"ALTER ROLE {SUPERUSER} PASSWORD {literal}",
            f"GRANT rds_iam TO {user} WITH ADMIN OPTION, INHERIT FALSE, SET FALSE",
            f"CREATE DATABASE {name} OWNER {user}",
            "",
        ]
    )


def free_port() -> int:
    with socket.socket() as free:
        free.bind((str(ipaddress.IPv4Address("127.0.0.1")), 0))
        port: int = free.getsockname()[1]
        return port


def start(asked: dict[str, Any], folder: Path) -> tuple[subprocess.Popen[str], dict[str, Any]]:
    programs, data = unpacked(Path(asked["programs"]), folder / "programs") / "bin", folder / "data"
    data.mkdir()
    authority, key = certificate(asked["host"], folder)
    options: dict[str, Any] = {"cwd": data, "env": {"LC_ALL": "C"}, "text": True}
    # PostgreSQL does not run as root: then it runs as nobody.
    if os.getuid() == 0:
        options |= {"user": 65534, "group": 65534, "extra_groups": []}
        folder.chmod(0o755)
        for path in (data, key):
            os.chown(path, 65534, 65534)
    quiet = {"capture_output": True, "check": True}
    initial = [programs / "initdb", "-D", data, "-U", SUPERUSER, "-A", "trust", "-E", "UTF8", "--no-sync"]
    subprocess.run(initial, **options, **quiet)
    said = as_on_rds(asked["username"], asked["password"], asked["database"])
    subprocess.run([programs / "postgres", "--single", "-D", data, "postgres"], input=said, **options, **quiet)
    (data / "pg_hba.conf").write_text("hostssl all all all scram-sha-256\n")

    port = free_port()
    settings = {
        **{"port": port, "listen_addresses": "127.0.0.1", "unix_socket_directories": "", "fsync": "off"},
        **{"shared_buffers": "16MB", "ssl": "on", "ssl_cert_file": authority, "ssl_key_file": key},
    }
    flags = [flag for name, value in settings.items() for flag in ("-c", f"{name}={value}")]
    server = subprocess.Popen([programs / "postgres", "-D", data, *flags], stderr=subprocess.PIPE, **options)
    assert server.stderr is not None
    told = []
    for line in server.stderr:
        told.append(line)
        if "ready to accept connections" in line:
            return server, {"port": port, "authority": str(authority)}
    raise RuntimeError(f"PostgreSQL has ended:\n{''.join(told)}")


def main() -> None:
    # Ctrl-C is for the program that started it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with tempfile.TemporaryDirectory(prefix="local-rds-") as folder:
        server, told = start(json.loads(sys.stdin.readline()), Path(folder))
        print(json.dumps(told), flush=True)
        sys.stdin.read()
        server.send_signal(signal.SIGQUIT)
        server.wait()


if __name__ == "__main__":
    main()
