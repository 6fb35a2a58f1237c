"""Says how AWS's SDK for Python would sign: a JSON request a line in, its signature a line out.

A request: {"method", "url", "headers", "body" (base64 or null), "service", "region"}; a presigned URL has no headers
but the host. The credentials are those of the test.
"""

import base64
import json
import sys
from urllib.parse import parse_qs, urlsplit

from botocore.auth import S3SigV4Auth, SigV4Auth, SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

credentials = Credentials("AKIDTEST", "secret/of+the=test", "token//of+the==test")


def signature(given):
    headers = given["headers"]
    presigned = "authorization" not in headers
    query = parse_qs(urlsplit(given["url"]).query)
    named = query["X-Amz-SignedHeaders"][0] if presigned else headers["authorization"].split("SignedHeaders=")[1].split(",")[0]
    request = AWSRequest(
        method=given["method"],
        url=given["url"],
        headers={name: headers[name] for name in named.split(";")},
        data=base64.b64decode(given["body"]) if given["body"] else b"",
    )
    kind = SigV4QueryAuth if presigned else S3SigV4Auth if given["service"] == "s3" else SigV4Auth
    auth = kind(credentials, given["service"], given["region"])
    request.context["timestamp"] = query["X-Amz-Date"][0] if presigned else headers["x-amz-date"]
    if presigned:
        request.url = "&".join(part for part in given["url"].split("&") if not part.startswith("X-Amz-Signature="))
    return auth.signature(auth.string_to_sign(request, auth.canonical_request(request)), request)


for line in sys.stdin:
    print(signature(json.loads(line)))
