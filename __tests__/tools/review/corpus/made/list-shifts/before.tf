locals {
  names = ["shift-invoices", "shift-letters", "shift-orders", "shift-returns"]
}

resource "aws_sqs_queue" "it" {
  count = length(local.names)
  name  = local.names[count.index]
}
