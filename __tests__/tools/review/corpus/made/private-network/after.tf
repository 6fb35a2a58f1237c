# A reviewer should be told: private servers reach nothing any more, and secrets and storage by the internet only,
# since the gateways are gone; what flows is not recorded; the private subnet gives public addresses.

resource "aws_vpc" "it" {
  cidr_block = "10.69.0.0/16"
}

resource "aws_subnet" "a" {
  vpc_id            = aws_vpc.it.id
  cidr_block        = "10.69.1.0/24"
  availability_zone = "eu-west-1a"

  map_public_ip_on_launch = true
}

resource "aws_iam_role" "it" {
  name = "flow-logs"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "vpc-flow-logs.amazonaws.com" }
    }]
  })
}

resource "aws_internet_gateway" "it" {
  vpc_id = aws_vpc.it.id
}

resource "aws_route_table" "private" {
  vpc_id = aws_vpc.it.id
}

resource "aws_route" "out" {
  route_table_id         = aws_route_table.private.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.it.id
}

resource "aws_cloudwatch_log_group" "flows" {
  name              = "/flows"
  retention_in_days = 30
}
