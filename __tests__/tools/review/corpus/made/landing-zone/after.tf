# A reviewer should be told: an organisation forgets to refuse: no account is kept from leaving, from other regions or
# from turning its trail off any more; the account of payments is out of the unit where the policy holds.

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
  parent_id = aws_organizations_organization.it.roots[0].id
}

resource "aws_organizations_policy" "limits" {
  name = "limits"
  content = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "Europe"
        Effect    = "Deny"
        NotAction = ["iam:*", "sts:*"]
        Resource  = "*"
        Condition = { StringNotEquals = { "aws:RequestedRegion" = ["eu-west-1", "us-east-1"] } }
      },
    ]
  })
}
