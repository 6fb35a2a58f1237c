# A reviewer should be told: a check says that the bucket is not private as the team wants it; the change itself is a
# longer retention.

resource "aws_cloudwatch_log_group" "it" {
  name              = "/checked/it"
  retention_in_days = 90
}

resource "aws_s3_bucket" "it" {
  bucket = "checked-private-files"
}

check "private" {
  assert {
    condition     = startswith(aws_s3_bucket.it.bucket, "private-")
    error_message = "The bucket ${aws_s3_bucket.it.bucket} is not named as the team names them."
  }
}
