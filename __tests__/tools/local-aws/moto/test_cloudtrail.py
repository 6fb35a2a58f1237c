"""CloudTrail."""

from support import AwsTest


class Deletion(AwsTest):
    FIX = "cloudtrail_trail_is_deleted_by_its_arn"

    def test_it_is_gone_and_cannot_go_twice(self) -> None:
        self.client("s3").create_bucket(
            Bucket="trails", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"}
        )
        trails = self.client("cloudtrail")
        arn = trails.create_trail(Name="left", S3BucketName="trails")["TrailARN"]
        trails.delete_trail(Name=arn)
        self.assertEqual(trails.describe_trails()["trailList"], [])
        self.refused("TrailNotFoundException", trails.delete_trail, Name=arn)
