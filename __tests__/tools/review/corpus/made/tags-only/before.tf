locals {
  tags = { release = "41" }
}

resource "aws_sqs_queue" "it" {
  name = "tagged"
  tags = local.tags
}

resource "aws_sns_topic" "it" {
  name = "tagged"
  tags = local.tags
}

resource "aws_kms_key" "it" {
  description         = "Tagged"
  enable_key_rotation = true
  tags                = local.tags
}
