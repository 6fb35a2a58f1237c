# A reviewer should be told: of other regions, of IAM and of reads nothing is recorded any more; nobody can prove that a
# record was not changed, and new ones are kept unlocked after a week and deletable by who may override the lock before; they
# are encrypted with no key of ours; the log group forgets after a day; the key may be gone within a week and is rotated no
# longer; the bucket is served over plain HTTP.
resource "aws_kms_key" "trail" {
  description             = "Audit trail"
  enable_key_rotation     = false
  deletion_window_in_days = 7
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "kms:*"
        Resource  = "*"
        Principal = { AWS = "arn:aws:iam::123456789012:root" }
      },
      {
        Effect    = "Allow"
        Action    = "kms:GenerateDataKey*"
        Resource  = "*"
        Principal = { Service = "cloudtrail.amazonaws.com" }
      },
    ]
  })
}

resource "aws_s3_bucket" "trail" {
  bucket              = "audit-trail-of-all"
  object_lock_enabled = true
}

resource "aws_s3_bucket_object_lock_configuration" "trail" {
  bucket = aws_s3_bucket.trail.id
  rule {
    default_retention {
      mode = "GOVERNANCE"
      days = 7
    }
  }
}

resource "aws_s3_bucket_policy" "trail" {
  bucket = aws_s3_bucket.trail.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "s3:GetBucketAcl"
        Resource  = aws_s3_bucket.trail.arn
        Principal = { Service = "cloudtrail.amazonaws.com" }
      },
      {
        Effect    = "Allow"
        Action    = "s3:PutObject"
        Resource  = "${aws_s3_bucket.trail.arn}/AWSLogs/123456789012/*"
        Principal = { Service = "cloudtrail.amazonaws.com" }
      },
    ]
  })
}

resource "aws_cloudwatch_log_group" "trail" {
  name              = "/audit/trail"
  retention_in_days = 1
}

resource "aws_cloudtrail" "all" {
  name                          = "all"
  s3_bucket_name                = aws_s3_bucket_policy.trail.bucket
  is_multi_region_trail         = false
  include_global_service_events = false
  enable_log_file_validation    = false
  event_selector {
    read_write_type           = "WriteOnly"
    include_management_events = true
  }
}
