resource "aws_organizations_organization" "it" {
  feature_set          = "ALL"
  enabled_policy_types = ["SERVICE_CONTROL_POLICY"]
}

resource "aws_organizations_organizational_unit" "production" {
  name      = "production"
  parent_id = aws_organizations_organization.it.roots[0].id
}

resource "aws_organizations_account" "payments" {
  name      = "payments"
  email     = "payments@corp.example"
  parent_id = aws_organizations_organizational_unit.production.id
}

resource "aws_organizations_policy" "limits" {
  name = "limits"
  content = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Stay"
        Effect   = "Deny"
        Action   = ["organizations:LeaveOrganization", "cloudtrail:StopLogging"]
        Resource = "*"
      },
      {
        Sid       = "Europe"
        Effect    = "Deny"
        NotAction = ["iam:*", "sts:*"]
        Resource  = "*"
        Condition = { StringNotEquals = { "aws:RequestedRegion" = ["eu-west-1"] } }
      },
    ]
  })
}

resource "aws_organizations_policy_attachment" "production" {
  policy_id = aws_organizations_policy.limits.id
  target_id = aws_organizations_organizational_unit.production.id
}
