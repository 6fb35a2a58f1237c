# A reviewer should be told: a new bucket lets the role that is made with it read, and nobody else: what is not known
# before the apply is decided by what the code names; the group lets in the address that AWS gives.

resource "aws_vpc" "it" {
  cidr_block = "10.67.0.0/16"
}

resource "aws_s3_bucket" "it" {
  bucket_prefix = "known-later-"
}

resource "aws_iam_role" "it" {
  name = "known-later"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_s3_bucket_policy" "it" {
  bucket = aws_s3_bucket.it.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "s3:GetObject"
      Resource  = "${aws_s3_bucket.it.arn}/*"
      Principal = { AWS = aws_iam_role.it.arn }
    }]
  })
}

resource "aws_iam_role_policy" "it" {
  name = "read"
  role = aws_iam_role.it.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "${aws_s3_bucket.it.arn}/*"
    }]
  })
}

resource "aws_eip" "it" {
  domain = "vpc"
}

resource "aws_security_group" "it" {
  name   = "known-later"
  vpc_id = aws_vpc.it.id
}

resource "aws_vpc_security_group_ingress_rule" "it" {
  security_group_id = aws_security_group.it.id
  cidr_ipv4         = "${aws_eip.it.public_ip}/32"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}
