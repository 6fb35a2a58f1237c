"""What watches an account."""

from support import AwsTest


class DetectorFeatures(AwsTest):
    FIX = "guardduty_detector_tells_its_features"

    def setUp(self) -> None:
        self.guardduty = self.client("guardduty")
        self.detector = self.guardduty.create_detector(Enable=True)["DetectorId"]

    def features(self) -> dict:
        found = self.guardduty.get_detector(DetectorId=self.detector)["Features"]
        return {feature["Name"]: feature for feature in found}

    def update(self, **feature: object) -> None:
        self.guardduty.update_detector(DetectorId=self.detector, Features=[feature])

    def test_every_feature_is_told_with_its_status(self) -> None:
        self.assertEqual(self.features()["RUNTIME_MONITORING"]["Status"], "DISABLED")
        self.assertEqual(self.features()["S3_DATA_EVENTS"]["Status"], "ENABLED")
        self.assertEqual(self.features()["FLOW_LOGS"]["Status"], "ENABLED")

    def test_an_update_leaves_other_features_alone(self) -> None:
        self.update(Name="S3_DATA_EVENTS", Status="DISABLED")
        agent = {"Name": "EC2_AGENT_MANAGEMENT", "Status": "ENABLED"}
        self.update(Name="RUNTIME_MONITORING", Status="ENABLED", AdditionalConfiguration=[agent])
        self.assertEqual(self.features()["S3_DATA_EVENTS"]["Status"], "DISABLED")
        runtime = self.features()["RUNTIME_MONITORING"]
        agents = {one["Name"]: one["Status"] for one in runtime["AdditionalConfiguration"]}
        self.assertEqual(agents["EC2_AGENT_MANAGEMENT"], "ENABLED")
        self.assertEqual(agents["ECS_FARGATE_AGENT_MANAGEMENT"], "DISABLED")

    def test_an_unknown_feature_is_refused(self) -> None:
        features = [{"Name": "TELEPATHY", "Status": "ENABLED"}]
        update = self.guardduty.update_detector
        self.refused("BadRequestException", update, DetectorId=self.detector, Features=features)
