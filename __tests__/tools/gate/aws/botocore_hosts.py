"""Prints the hosts that AWS's SDK for Python calls, and the regions it signs for, as JSON: by signing name and region.

Arguments: the signing names, joined by commas, and the regions.
"""

import json
import os
import sys
from urllib.parse import urlsplit

import botocore.session

os.environ["AWS_S3_US_EAST_1_REGIONAL_ENDPOINT"] = "regional"  # "legacy" has no region in it
names, regions = sys.argv[1].split(","), sys.argv[2:]
session = botocore.session.get_session()
session.set_credentials("testing", "testing")
hosts = {}
for service in session.get_available_services():
    name = session.get_service_model(service).signing_name
    for region in regions if name in names and service != "s3control" else []:  # the gate refuses that
        client = session.create_client(service, region_name=region)
        # The first auth scheme of the endpoint's rules may name another region than the client's.
        rules = client._ruleset_resolver.construct_endpoint(
            client.meta.service_model.operation_model(client.meta.service_model.operation_names[0]), {}, {}
        )
        schemes = rules.properties.get("authSchemes") or [{}]
        signed_for = schemes[0].get("signingRegion") or region
        hosts.setdefault(name, {}).setdefault(region, []).append([urlsplit(client.meta.endpoint_url).netloc, signed_for])
print(json.dumps(hosts))
