# A reviewer should be told: two things have other addresses, nothing is done to them; a log group is forgotten at one
# address and imported at another, where it forgets after a week, instead of never; nothing is destroyed.

moved {
  from = aws_sqs_queue.orders
  to   = aws_sqs_queue.of["orders"]
}

moved {
  from = aws_dynamodb_table.carts
  to   = aws_dynamodb_table.baskets
}

removed {
  from = aws_cloudwatch_log_group.old
  lifecycle {
    destroy = false
  }
}

import {
  to = aws_cloudwatch_log_group.kept
  id = "/refactored/old"
}

resource "aws_cloudwatch_log_group" "kept" {
  name              = "/refactored/old"
  retention_in_days = 7
}

resource "aws_sqs_queue" "of" {
  for_each = toset(["orders"])
  name     = "refactored-${each.key}"
}

resource "aws_dynamodb_table" "baskets" {
  name         = "refactored-carts"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}
