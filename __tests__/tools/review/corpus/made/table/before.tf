resource "aws_dynamodb_table" "carts" {
  name             = "carts"
  billing_mode     = "PROVISIONED"
  read_capacity    = 100
  write_capacity   = 100
  hash_key         = "id"
  stream_enabled   = true
  stream_view_type = "NEW_AND_OLD_IMAGES"

  attribute {
    name = "id"
    type = "S"
  }

  attribute {
    name = "owner"
    type = "S"
  }

  global_secondary_index {
    name            = "by-owner"
    hash_key        = "owner"
    projection_type = "ALL"
    read_capacity   = 50
    write_capacity  = 50
  }

  point_in_time_recovery {
    enabled = true
  }
}
