# A reviewer should be told: one name is gone from the middle of a list, so everything behind it has another number:
# each later queue is deleted and made anew under the name of its neighbour, and what is in it is lost.

locals {
  names = ["shift-invoices", "shift-orders", "shift-returns"]
}

resource "aws_sqs_queue" "it" {
  count = length(local.names)
  name  = local.names[count.index]
}
