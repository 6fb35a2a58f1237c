"""Writes a self-signed certificate for a name, in force until a time in seconds, and its key, with a NUL between them."""

import datetime
import sys

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

name, until = sys.argv[1:]
key = ec.generate_private_key(ec.SECP256R1())
subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
certificate = (
    x509.CertificateBuilder()
    .subject_name(subject)
    .issuer_name(subject)
    .public_key(key.public_key())
    .serial_number(x509.random_serial_number())
    .not_valid_before(datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(minutes=1))
    .not_valid_after(datetime.datetime.fromtimestamp(int(until), datetime.timezone.utc))
    .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
    .sign(key, hashes.SHA256())
)
pem, plain = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
print(certificate.public_bytes(pem).decode(), end="\0")
print(key.private_bytes(pem, plain, serialization.NoEncryption()).decode(), end="")
