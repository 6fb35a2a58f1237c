"""A parameter of the data type aws:ec2:image holds the id of an AMI that is available in its region.

AWS looks after it has answered: a value that is none is never stored, though the call succeeds, and the parameter keeps
what it had. moto stores anything.
https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-ec2-aliases.html
"""

from typing import Any

from moto.ec2.models import ec2_backends
from moto.ssm.models import Parameter, SimpleSystemManagerBackend
from patching import wrap


@wrap(SimpleSystemManagerBackend, "put_parameter")
def put_parameter(original: Any, self: SimpleSystemManagerBackend, *args: Any, **kwargs: Any) -> Parameter:
    made = original(self, *args, **kwargs)
    image = ec2_backends[self.account_id][self.region_name].amis.get(made.value)
    if made.data_type == "aws:ec2:image" and (image is None or image.state != "available"):
        name = self._parameters.normalize_name(made.name)
        self._parameters[name].remove(made)
        if not self._parameters[name]:
            del self._parameters[name]
    return made
