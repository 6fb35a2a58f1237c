"""A network interface that RunInstances makes is deleted with its instance, unless DeleteOnTermination is false.

moto keeps it unless DeleteOnTermination is true.
https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/scenarios-enis.html
"""

from typing import Any

from moto.ec2.models.instances import Instance
from patching import wrap


@wrap(Instance, "prep_nics")
def prep_nics(original: Any, self: Instance, nic_spec: list[dict[str, Any]], *args: Any, **kwargs: Any) -> Any:
    stays = {
        int(nic.get("DeviceIndex") or 0)
        for nic in nic_spec
        if nic.get("NetworkInterfaceId") or nic.get("DeleteOnTermination") is False
    }
    result = original(self, nic_spec, *args, **kwargs)
    for index, nic in self.nics.items():
        if index not in stays:
            nic.delete_on_termination = True
    return result
