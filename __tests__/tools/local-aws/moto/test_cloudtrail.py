"""CloudTrail."""

from support import OTHER_REGION, AwsTest


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


class Number(AwsTest):
    FIX = "cloudtrail_region_has_five_trails"

    def test_a_sixth_is_refused_and_those_of_all_regions_count(self) -> None:
        place = {"LocationConstraint": "eu-west-1"}
        self.client("s3").create_bucket(Bucket="many-trails", CreateBucketConfiguration=place)
        trails, elsewhere = self.client("cloudtrail"), self.client("cloudtrail", OTHER_REGION)
        elsewhere.create_trail(Name="everywhere", S3BucketName="many-trails", IsMultiRegionTrail=True)
        self.addCleanup(elsewhere.delete_trail, Name="everywhere")
        for number in range(4):
            trails.create_trail(Name=f"trail-{number}", S3BucketName="many-trails")
            self.addCleanup(trails.delete_trail, Name=f"trail-{number}")
        sixth = {"Name": "trail-4", "S3BucketName": "many-trails"}
        self.refused("MaximumNumberOfTrailsExceededException", trails.create_trail, **sixth)
