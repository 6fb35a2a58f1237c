"""Configuration recorders."""

from typing import Any

from support import ACCOUNT, AwsTest


class Recorder(AwsTest):
    FIX = "config_recorder_tells_how_often_it_records"

    def told(self, **mode: Any) -> Any:
        config = self.client("config")
        role = f"arn:aws:iam::{ACCOUNT}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig"
        group = {"allSupported": True, "includeGlobalResourceTypes": False}
        recorder = {"name": "all", "roleARN": role, "recordingGroup": group, **mode}
        config.put_configuration_recorder(ConfigurationRecorder=recorder)
        return config.describe_configuration_recorders()["ConfigurationRecorders"][0]["recordingMode"]

    def test_it_records_every_change_unless_it_is_told_otherwise(self) -> None:
        self.assertEqual(self.told(), {"recordingFrequency": "CONTINUOUS"})
        daily = {"recordingFrequency": "DAILY"}
        self.assertEqual(self.told(recordingMode=daily), daily)
