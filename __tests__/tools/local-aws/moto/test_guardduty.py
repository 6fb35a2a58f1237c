"""GuardDuty."""

from support import REGION, AwsTest


class Tags(AwsTest):
    FIX = "guardduty_detectors_and_filters_have_tags"

    def test_those_of_a_filter_are_told_and_change(self) -> None:
        guardduty = self.client("guardduty")
        of = {"DetectorId": guardduty.create_detector(Enable=True)["DetectorId"]}
        criteria = {"Criterion": {"severity": {"LessThan": 4}}}
        guardduty.create_filter(**of, Name="low", FindingCriteria=criteria, Tags={"of": "shop"})
        self.assertEqual(guardduty.get_filter(**of, FilterName="low")["Tags"], {"of": "shop"})
        arn = f"arn:aws:guardduty:{REGION}:123456789012:detector/{of['DetectorId']}/filter/low"
        guardduty.tag_resource(ResourceArn=arn, Tags={"kept": "long"})
        guardduty.untag_resource(ResourceArn=arn, TagKeys=["of"])
        self.assertEqual(guardduty.list_tags_for_resource(ResourceArn=arn)["Tags"], {"kept": "long"})
