"""Switching access logs on writes a test file into the bucket, so the bucket is not empty any more.

AWS proves so that it may write (and deleting the bucket then needs force). moto writes nothing.
https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html#verify-bucket-permissions
"""

from typing import Any

from moto.elbv2.models import ELBv2Backend
from moto.s3.models import s3_backends
from patching import wrap


@wrap(ELBv2Backend, "modify_load_balancer_attributes")
def modify_load_balancer_attributes(original: Any, self: ELBv2Backend, arn: str, attrs: dict[str, Any]) -> Any:
    answer = original(self, arn, attrs)
    set_now = {key: value for key, value in attrs.items() if key.startswith("access_logs.s3.")}
    now = self.load_balancers[arn].attrs
    if set_now and str(now.get("access_logs.s3.enabled")).lower() == "true":
        prefix = str(now.get("access_logs.s3.prefix") or "").strip("/")
        kind = "ELBAccessLogTestFile"
        key = f"{prefix}/AWSLogs/{self.account_id}/{kind}" if prefix else f"AWSLogs/{self.account_id}/{kind}"
        s3 = s3_backends[self.account_id][self.partition]
        s3.put_object(now["access_logs.s3.bucket"], key, f"Enable AccessLog for ELB: {arn}".encode())
    return answer
