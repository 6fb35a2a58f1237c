"""IAM Access Analyzer."""

from support import OTHER_REGION, AwsTest


class Analyzers(AwsTest):
    FIX = "accessanalyzer_has_one_analyzer_of_a_type"

    def setUp(self) -> None:
        self.analyzer = self.client("accessanalyzer")
        for each in self.analyzer.list_analyzers()["analyzers"]:
            self.analyzer.delete_analyzer(analyzerName=each["name"])

    def test_one_is_told_by_name_and_in_the_list(self) -> None:
        arn = self.analyzer.create_analyzer(analyzerName="shop", type="ACCOUNT", tags={"of": "shop"})["arn"]
        told = self.analyzer.get_analyzer(analyzerName="shop")["analyzer"]
        self.assertEqual((told["arn"], told["status"], told["tags"]), (arn, "ACTIVE", {"of": "shop"}))
        self.assertEqual([each["arn"] for each in self.analyzer.list_analyzers()["analyzers"]], [arn])
        self.assertEqual(self.client("accessanalyzer", OTHER_REGION).list_analyzers()["analyzers"], [])

    def test_a_second_one_of_its_type_is_refused(self) -> None:
        create = self.analyzer.create_analyzer
        create(analyzerName="shop", type="ACCOUNT")
        self.refused("ConflictException", create, analyzerName="shop", type="ACCOUNT")
        self.refused("ServiceQuotaExceededException", create, analyzerName="other", type="ACCOUNT")
        create(analyzerName="unused", type="ACCOUNT_UNUSED_ACCESS")

    def test_its_tags_change(self) -> None:
        arn = self.analyzer.create_analyzer(analyzerName="shop", type="ACCOUNT", tags={"of": "shop"})["arn"]
        self.analyzer.tag_resource(resourceArn=arn, tags={"kept": "long"})
        self.analyzer.untag_resource(resourceArn=arn, tagKeys=["of"])
        self.assertEqual(self.analyzer.list_tags_for_resource(resourceArn=arn)["tags"], {"kept": "long"})

    def test_a_type_that_does_not_exist_is_refused(self) -> None:
        self.refused("ValidationException", self.analyzer.create_analyzer, analyzerName="shop", type="PLANET")

    def test_a_deleted_one_is_not_found(self) -> None:
        self.analyzer.create_analyzer(analyzerName="shop", type="ACCOUNT")
        self.analyzer.delete_analyzer(analyzerName="shop")
        self.refused("ResourceNotFoundException", self.analyzer.get_analyzer, analyzerName="shop")
