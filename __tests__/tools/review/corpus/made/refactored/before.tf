resource "aws_sqs_queue" "orders" {
  name = "refactored-orders"
}

resource "aws_dynamodb_table" "carts" {
  name         = "refactored-carts"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_cloudwatch_log_group" "old" {
  name = "/refactored/old"
}
