"""Application Auto Scaling."""

from support import REGION, AwsTest


class TargetTags(AwsTest):
    FIX = "applicationautoscaling_target_has_tags"

    def test_they_are_given_at_registration_and_change(self) -> None:
        scaling, table = self.client("application-autoscaling"), self.name("orders")
        arn = scaling.register_scalable_target(
            ServiceNamespace="dynamodb",
            ResourceId=f"table/{table}",
            ScalableDimension="dynamodb:table:ReadCapacityUnits",
            MinCapacity=1,
            MaxCapacity=2,
            Tags={"of": "shop"},
        )["ScalableTargetARN"]
        scaling.tag_resource(ResourceARN=arn, Tags={"kept": "long"})
        scaling.untag_resource(ResourceARN=arn, TagKeys=["of"])
        self.assertEqual(scaling.list_tags_for_resource(ResourceARN=arn)["Tags"], {"kept": "long"})

    def test_a_target_that_does_not_exist_has_none(self) -> None:
        arn = f"arn:aws:application-autoscaling:{REGION}:123456789012:scalable-target/missing"
        tags = self.client("application-autoscaling").list_tags_for_resource
        self.refused("ResourceNotFoundException", tags, ResourceARN=arn)
