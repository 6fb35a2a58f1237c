provider "aws" {
  alias             = "copy"
  region            = "eu-central-1"
  s3_use_path_style = true
}

resource "aws_s3_bucket" "files" {
  bucket = "customers-files-of-it"
}

resource "aws_s3_bucket_versioning" "files" {
  bucket = aws_s3_bucket.files.id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket" "copy" {
  provider = aws.copy
  bucket   = "customers-files-copy-de"
}

resource "aws_s3_bucket_versioning" "copy" {
  provider = aws.copy
  bucket   = aws_s3_bucket.copy.id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_iam_role" "it" {
  name = "copies"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "s3.amazonaws.com" }
    }]
  })
}

resource "aws_s3_bucket_replication_configuration" "files" {
  bucket = aws_s3_bucket_versioning.files.bucket
  role   = aws_iam_role.it.arn

  rule {
    id     = "all"
    status = "Enabled"
    filter {}
    delete_marker_replication {
      status = "Disabled"
    }
    destination {
      bucket = aws_s3_bucket_versioning.copy.bucket == "" ? "" : aws_s3_bucket.copy.arn
    }
  }
}
