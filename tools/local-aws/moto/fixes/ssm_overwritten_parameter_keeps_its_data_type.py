"""A parameter that is overwritten keeps its data type, which the request need not repeat.

moto takes a type that is not said for text, so that Terraform's next plan would make the parameter anew.
https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html
"""

import json
from typing import Any

from moto.ssm.responses import SimpleSystemManagerResponse
from patching import wrap


@wrap(SimpleSystemManagerResponse, "put_parameter")
def put_parameter(original: Any, self: SimpleSystemManagerResponse) -> Any:
    versions = self.ssm_backend._parameters[self._get_param("Name")]
    if versions and self._get_param("DataType") is None:
        self.body = json.dumps({**json.loads(self.body), "DataType": versions[-1].data_type})
    return original(self)
