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

resource "aws_vpc_security_group_ingress_rule" "hand" {
  security_group_id = aws_security_group.it.id
  cidr_ipv4         = "198.51.100.7/32"
  ip_protocol       = "tcp"
  from_port         = 5432
  to_port           = 5432
}
