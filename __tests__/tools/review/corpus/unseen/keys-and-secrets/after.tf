# A reviewer should be told: what was encrypted with the archive's key cannot be read again once the key is deleted; another
# account may decrypt customers' data and pass that on by grants; the bank's secret is readable by whoever has permission,
# not only its role, and is gone at once when deleted; the mail token is stored in plain; the table's items can expire, its
# backup to any second and its protection end, and its encryption is by no key of ours; keys are not rotated.
resource "aws_kms_key" "customers" {
  description             = "Customers' data"
  enable_key_rotation     = false
  deletion_window_in_days = 30
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Owners"
      Effect    = "Allow"
      Action    = "kms:*"
      Resource  = "*"
      Principal = { AWS = "arn:aws:iam::123456789012:root" }
      }, {
      Sid       = "Auditors"
      Effect    = "Allow"
      Action    = ["kms:Decrypt", "kms:CreateGrant"]
      Resource  = "*"
      Principal = { AWS = "arn:aws:iam::999988887777:root" }
    }]
  })
}

resource "aws_kms_alias" "customers" {
  name          = "alias/customers"
  target_key_id = aws_kms_key.customers.key_id
}

resource "aws_secretsmanager_secret" "bank" {
  name                    = "bank/api"
  kms_key_id              = aws_kms_key.customers.arn
  recovery_window_in_days = 0
}

resource "aws_ssm_parameter" "token" {
  name  = "/mail/token"
  type  = "String"
  value = "made-up-mail-token"
}

resource "aws_dynamodb_table" "customers" {
  name                        = "customers"
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "id"
  deletion_protection_enabled = false

  attribute {
    name = "id"
    type = "S"
  }

  ttl {
    attribute_name = "expires"
    enabled        = true
  }
}
