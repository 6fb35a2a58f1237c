resource "aws_iam_role" "it" {
  name = "backup"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "backup.amazonaws.com" }
    }]
  })
}

resource "aws_backup_vault" "it" {
  name = "nightly"
}

resource "aws_backup_vault_lock_configuration" "it" {
  backup_vault_name  = aws_backup_vault.it.name
  min_retention_days = 30
  max_retention_days = 400
}

resource "aws_backup_plan" "it" {
  name = "nightly"

  rule {
    rule_name         = "nightly"
    target_vault_name = aws_backup_vault.it.name
    schedule          = "cron(0 3 * * ? *)"
    lifecycle {
      delete_after = 90
    }
  }
}

resource "aws_backup_selection" "databases" {
  name         = "databases"
  plan_id      = aws_backup_plan.it.id
  iam_role_arn = aws_iam_role.it.arn
  resources    = ["arn:aws:rds:*:*:db:*"]
}
