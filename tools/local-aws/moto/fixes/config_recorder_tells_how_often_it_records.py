"""A configuration recorder tells its recording mode: continuous, unless it was told another one.

moto drops it.
https://docs.aws.amazon.com/config/latest/APIReference/API_RecordingMode.html
"""

from typing import Any

from moto.config.models import ConfigBackend
from patching import wrap


@wrap(ConfigBackend, "put_configuration_recorder")
def put_configuration_recorder(original: Any, self: ConfigBackend, config_recorder: dict[str, Any]) -> Any:
    result = original(self, config_recorder)
    mode = config_recorder.get("recordingMode") or {"recordingFrequency": "CONTINUOUS"}
    vars(self.recorders[config_recorder["name"]])["recording_mode"] = mode
    return result
