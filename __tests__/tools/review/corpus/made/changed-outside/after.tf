# A reviewer should be told: somebody has let another address in by hand, beside the code; the plan takes that back.

removed {
  from = aws_vpc_security_group_ingress_rule.hand
  lifecycle {
    destroy = false
  }
}

resource "aws_vpc" "it" {
  cidr_block = "10.66.0.0/16"
}

resource "aws_security_group" "it" {
  name   = "changed-outside"
  vpc_id = aws_vpc.it.id

  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.66.0.0/16"]
  }
}
