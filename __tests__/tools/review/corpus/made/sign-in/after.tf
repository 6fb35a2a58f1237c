# A reviewer should be told: customers sign in without a second factor and with a password of six letters; whoever
# destroys the pool loses every account; anybody may make an account; tokens live for a month.

resource "aws_cognito_user_pool" "customers" {
  name                = "customers"
  mfa_configuration   = "OFF"
  deletion_protection = "INACTIVE"

  password_policy {
    minimum_length                   = 6
    require_lowercase                = true
    require_numbers                  = false
    require_symbols                  = false
    require_uppercase                = true
    temporary_password_validity_days = 1
  }

  admin_create_user_config {
    allow_admin_create_user_only = false
  }
}

resource "aws_cognito_user_pool_client" "shop" {
  name                          = "shop"
  user_pool_id                  = aws_cognito_user_pool.customers.id
  explicit_auth_flows           = ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
  prevent_user_existence_errors = "LEGACY"
}
