"""GuardDuty."""

from support import OTHER_REGION, REGION, AwsTest


class DetectorTest(AwsTest):
    def detector(self) -> str:
        """A detector for as long as the test runs: a region has one."""
        guardduty = self.client("guardduty")
        detector = guardduty.create_detector(Enable=True)["DetectorId"]
        self.addCleanup(guardduty.delete_detector, DetectorId=detector)
        return detector


class Detectors(DetectorTest):
    FIX = "guardduty_region_has_one_detector"

    def test_a_second_one_is_refused_until_the_first_is_gone(self) -> None:
        detector, guardduty = self.detector(), self.client("guardduty")
        self.refused("BadRequestException", guardduty.create_detector, Enable=True)
        elsewhere = self.client("guardduty", OTHER_REGION)
        elsewhere.delete_detector(DetectorId=elsewhere.create_detector(Enable=True)["DetectorId"])
        self.assertEqual(guardduty.list_detectors()["DetectorIds"], [detector])


class Tags(DetectorTest):
    FIX = "guardduty_detectors_and_filters_have_tags"

    def test_those_of_a_filter_are_told_and_change(self) -> None:
        guardduty = self.client("guardduty")
        of = {"DetectorId": self.detector()}
        criteria = {"Criterion": {"severity": {"LessThan": 4}}}
        guardduty.create_filter(**of, Name="low", FindingCriteria=criteria, Tags={"of": "shop"})
        self.assertEqual(guardduty.get_filter(**of, FilterName="low")["Tags"], {"of": "shop"})
        arn = f"arn:aws:guardduty:{REGION}:123456789012:detector/{of['DetectorId']}/filter/low"
        guardduty.tag_resource(ResourceArn=arn, Tags={"kept": "long"})
        guardduty.untag_resource(ResourceArn=arn, TagKeys=["of"])
        self.assertEqual(guardduty.list_tags_for_resource(ResourceArn=arn)["Tags"], {"kept": "long"})


class Features(DetectorTest):
    FIX = "guardduty_detector_tells_its_features"

    def told(self, detector: str) -> dict[str, dict]:
        features = self.client("guardduty").get_detector(DetectorId=detector)["Features"]
        return {one["Name"]: one for one in features}

    def test_all_are_told_and_an_update_changes_those_that_it_names(self) -> None:
        guardduty = self.client("guardduty")
        detector = self.detector()
        before = self.told(detector)
        self.assertEqual(before["FLOW_LOGS"]["Status"], "ENABLED")
        self.assertEqual(before["RUNTIME_MONITORING"]["Status"], "DISABLED")
        agent = {"Name": "ECS_FARGATE_AGENT_MANAGEMENT", "Status": "ENABLED"}
        runtime = {"Name": "RUNTIME_MONITORING", "Status": "ENABLED", "AdditionalConfiguration": [agent]}
        guardduty.update_detector(DetectorId=detector, Features=[runtime])
        after = self.told(detector)
        told = [{key: part[key] for key in agent} for part in after["RUNTIME_MONITORING"]["AdditionalConfiguration"]]
        self.assertIn(agent, told)
        self.assertEqual({**after, "RUNTIME_MONITORING": None}, {**before, "RUNTIME_MONITORING": None})

    def test_an_unknown_one_is_refused(self) -> None:
        guardduty = self.client("guardduty")
        detector = self.detector()
        agent = {"Name": "EC2_AGENT_MANAGEMENT", "Status": "ENABLED"}
        of_another = {"Name": "EKS_RUNTIME_MONITORING", "Status": "ENABLED", "AdditionalConfiguration": [agent]}
        self.refused("BadRequestException", guardduty.update_detector, DetectorId=detector, Features=[of_another])
