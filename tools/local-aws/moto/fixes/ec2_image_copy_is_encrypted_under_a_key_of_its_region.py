"""A copied AMI is encrypted when that is asked for, under a key of the region that it is copied into.

AWS looks at the key later: with one that it cannot use there, the call succeeds and the image fails. moto forgets both,
and the copy's snapshot is not encrypted.
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CopyImage.html
"""

from typing import Any

from keys import enabled_key
from moto.ec2.models.amis import Ami
from moto.ec2.responses.amis import AmisResponse
from patching import wrap, wrap_property


@wrap(AmisResponse, "copy_image")
def copy_image(original: Any, self: AmisResponse) -> Any:
    answer = original(self)
    image = self.ec2_backend.amis[answer.result["ImageId"]]
    if self._get_bool_param("Encrypted"):
        image.ebs_snapshot.encrypted = True
        asked = self._get_param("KmsKeyId")
        if asked:
            key = enabled_key(self.current_account, self.region, asked)
            image.ebs_snapshot.kms_key_id = key and key.arn
            image.state = "available" if key else "failed"
    return answer


@wrap_property(Ami, "block_device_mappings")
def block_device_mappings(original: Any, self: Ami) -> list[dict[str, Any]]:
    mappings = original(self)
    for mapping in mappings:
        mapping["Ebs"]["Encrypted"] = self.ebs_snapshot.encrypted
    return mappings
