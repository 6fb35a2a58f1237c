"""ModifyListener replaces the default certificate of HTTPS and TLS listeners, and leaves the additional ones.

moto ignores the new certificate of a TLS listener, refuses the protocol TLS (and UDP, TCP_UDP) altogether, and drops
the additional certificates of an HTTPS listener.
https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ModifyListener.html
"""

from typing import Any

from moto.elbv2.exceptions import ELBClientError
from moto.elbv2.models import ELBv2Backend, FakeListener
from patching import wrap

NETWORK = ("TLS", "UDP", "TCP_UDP")


@wrap(ELBv2Backend, "modify_listener")
def modify_listener(
    original: Any,
    self: ELBv2Backend,
    arn: str,
    port: str | None = None,
    protocol: str | None = None,
    ssl_policy: str | None = None,
    certificates: list[dict[str, Any]] | None = None,
    actions: list[dict[str, Any]] | None = None,
) -> FakeListener:
    listener = self.describe_listeners(load_balancer_arn=None, listener_arns=[arn])[0]
    additional = listener.certificates[1:]
    default = certificates[0]["CertificateArn"] if certificates else None
    if default is not None and not self._certificate_exists(certificate_arn=default):
        raise ELBClientError("CertificateNotFound", f"Certificate {default} not found")
    original(self, arn, port, None if protocol in NETWORK else protocol, ssl_policy, certificates, actions)
    listener.protocol = protocol or listener.protocol
    if default is not None:
        listener.certificate = default
        listener.certificates = [default, *(each for each in additional if each != default)]
    return listener
