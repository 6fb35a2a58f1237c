variable "name" {
  type = string
}

resource "aws_s3_bucket" "files" {
  bucket = "team-files-${var.name}"
}

resource "aws_dynamodb_table" "records" {
  name         = "records-${var.name}"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  point_in_time_recovery {
    enabled = true
  }
}

resource "aws_iam_user" "robot" {
  name = "robot-${var.name}"
}

output "table" {
  value = aws_dynamodb_table.records.arn
}
