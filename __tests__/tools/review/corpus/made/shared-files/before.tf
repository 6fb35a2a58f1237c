resource "aws_vpc" "it" {
  cidr_block = "10.62.0.0/16"
}

resource "aws_subnet" "a" {
  vpc_id            = aws_vpc.it.id
  cidr_block        = "10.62.1.0/24"
  availability_zone = "eu-west-1a"
}

resource "aws_subnet" "b" {
  vpc_id            = aws_vpc.it.id
  cidr_block        = "10.62.2.0/24"
  availability_zone = "eu-west-1b"
}

resource "aws_efs_file_system" "it" {
  creation_token = "shared"
  encrypted      = true
}

resource "aws_efs_mount_target" "a" {
  file_system_id = aws_efs_file_system.it.id
  subnet_id      = aws_subnet.a.id
}

resource "aws_efs_mount_target" "b" {
  file_system_id = aws_efs_file_system.it.id
  subnet_id      = aws_subnet.b.id
}

resource "aws_efs_file_system_policy" "it" {
  file_system_id = aws_efs_file_system.it.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Action    = "*"
      Resource  = "*"
      Principal = "*"
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
      }, {
      Effect    = "Allow"
      Action    = "elasticfilesystem:ClientMount"
      Resource  = "*"
      Principal = { AWS = "arn:aws:iam::123456789012:root" }
    }]
  })
}
