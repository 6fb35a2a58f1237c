resource "aws_cloudwatch_log_group" "it" {
  name              = "/checked/it"
  retention_in_days = 30
}

resource "aws_s3_bucket" "it" {
  bucket = "checked-private-files"
}

check "private" {
  assert {
    condition     = startswith(aws_s3_bucket.it.bucket, "checked-")
    error_message = "The bucket ${aws_s3_bucket.it.bucket} is not named as the team names them."
  }
}
