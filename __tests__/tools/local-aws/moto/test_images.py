"""Copies of AMIs, and the parameters that name them."""

from support import OTHER_REGION, REGION, AwsTest

AMI = "ami-12c6146b"


class ImageTest(AwsTest):
    def setUp(self) -> None:
        self.ec2 = self.client("ec2", OTHER_REGION)

    def copy(self, **options: str | bool) -> str:
        source = {"SourceImageId": AMI, "SourceRegion": REGION, "Name": self.name("copy")}
        return self.ec2.copy_image(**{**source, **options})["ImageId"]

    def image(self, ami: str) -> dict:
        return self.ec2.describe_images(ImageIds=[ami])["Images"][0]


class EncryptedCopy(ImageTest):
    FIX = "ec2_image_copy_is_encrypted_under_a_key_of_its_region"

    def test_its_snapshot_is_encrypted_under_the_key(self) -> None:
        key = self.key(OTHER_REGION)
        volume = self.image(self.copy(Encrypted=True, KmsKeyId=key))["BlockDeviceMappings"][0]["Ebs"]
        snapshot = self.ec2.describe_snapshots(SnapshotIds=[volume["SnapshotId"]])["Snapshots"][0]
        self.assertIs(volume["Encrypted"], True)
        self.assertEqual((snapshot["Encrypted"], snapshot["KmsKeyId"]), (True, key))

    def test_a_key_of_the_source_region_fails_the_image_after_the_call(self) -> None:
        self.assertEqual(self.image(self.copy(Encrypted=True, KmsKeyId=self.key(REGION)))["State"], "failed")

    def test_a_copy_that_asks_for_none_is_not_encrypted(self) -> None:
        self.assertIs(self.image(self.copy())["BlockDeviceMappings"][0]["Ebs"]["Encrypted"], False)


class CopyName(ImageTest):
    FIX = "ec2_image_copy_has_a_name_of_its_own"

    def test_a_name_that_another_image_of_the_account_has_is_refused(self) -> None:
        name = self.name("copy")
        self.copy(Name=name)
        self.refused("InvalidAMIName.Duplicate", self.copy, Name=name)


class ImageParameter(ImageTest):
    FIX = "ssm_image_parameter_names_an_image_of_its_region"

    def setUp(self) -> None:
        super().setUp()
        self.ssm = self.client("ssm", OTHER_REGION)
        self.parameter = "/" + self.name("image")

    def put(self, value: str, **options: bool) -> int:
        image = {"Name": self.parameter, "Type": "String", "DataType": "aws:ec2:image", "Value": value}
        return self.ssm.put_parameter(**image, **options)["Version"]

    def value(self) -> str:
        return self.ssm.get_parameter(Name=self.parameter)["Parameter"]["Value"]

    def test_what_is_no_image_of_the_region_is_answered_and_not_stored(self) -> None:
        self.assertEqual(self.put("ami-00000000000000000"), 1)
        self.refused("ParameterNotFound", self.value)

    def test_a_copy_is_named_in_the_region_that_it_was_copied_into(self) -> None:
        copied = self.copy()
        self.put("ami-00000000000000000")
        self.put(copied)
        self.assertEqual(self.value(), copied)

    def test_it_keeps_its_value_when_the_next_is_no_image(self) -> None:
        copied = self.copy()
        self.put(copied)
        self.put("ami-00000000000000000", Overwrite=True)
        self.assertEqual(self.value(), copied)


class DataType(ImageTest):
    FIX = "ssm_overwritten_parameter_keeps_its_data_type"

    def test_an_image_stays_one_though_the_next_request_does_not_say_so(self) -> None:
        ssm, name = self.client("ssm", OTHER_REGION), "/shop/" + self.name("image")
        ssm.put_parameter(Name=name, Type="String", DataType="aws:ec2:image", Value=self.copy())
        ssm.put_parameter(Name=name, Type="String", Value=self.copy(), Overwrite=True)
        self.assertEqual(ssm.get_parameter(Name=name)["Parameter"]["DataType"], "aws:ec2:image")
