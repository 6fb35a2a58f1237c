resource "aws_kms_key" "customers" {
  description             = "Customers' data"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Owners"
      Effect    = "Allow"
      Action    = "kms:*"
      Resource  = "*"
      Principal = { AWS = "arn:aws:iam::123456789012:root" }
    }]
  })
}

resource "aws_kms_alias" "customers" {
  name          = "alias/customers"
  target_key_id = aws_kms_key.customers.key_id
}

resource "aws_kms_key" "old" {
  description         = "Archive of 2019"
  enable_key_rotation = true
}

resource "aws_secretsmanager_secret" "bank" {
  name                    = "bank/api"
  kms_key_id              = aws_kms_key.customers.arn
  recovery_window_in_days = 30
}

resource "aws_secretsmanager_secret_policy" "bank" {
  secret_arn = aws_secretsmanager_secret.bank.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Action    = "secretsmanager:GetSecretValue"
      Resource  = "*"
      Principal = "*"
      Condition = { StringNotEquals = { "aws:PrincipalArn" = "arn:aws:iam::123456789012:role/bank" } }
    }]
  })
}

resource "aws_ssm_parameter" "token" {
  name   = "/mail/token"
  type   = "SecureString"
  key_id = aws_kms_key.customers.arn
  value  = "made-up-mail-token"
}

resource "aws_dynamodb_table" "customers" {
  name                        = "customers"
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "id"
  deletion_protection_enabled = true

  attribute {
    name = "id"
    type = "S"
  }

  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.customers.arn
  }

  point_in_time_recovery {
    enabled = true
  }
}
