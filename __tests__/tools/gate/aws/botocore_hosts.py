"""Prints the hosts that AWS's SDK for Python calls, as JSON: by signing name and region.

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
    for region in regions if name in names else []:
        client = session.create_client(service, region_name=region)
        hosts.setdefault(name, {}).setdefault(region, []).append(urlsplit(client.meta.endpoint_url).netloc)
print(json.dumps(hosts))
