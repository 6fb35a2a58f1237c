resource "aws_vpc" "it" {
  cidr_block = "10.67.0.0/16"
}
