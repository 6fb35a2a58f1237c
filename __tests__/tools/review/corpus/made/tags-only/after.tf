# A reviewer should be told: nothing that matters: a tag of everything is another one.

locals {
  tags = { release = "42" }
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
