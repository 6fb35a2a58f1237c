resource "aws_vpc" "it" {
  cidr_block = "10.69.0.0/16"
}

resource "aws_subnet" "a" {
  vpc_id            = aws_vpc.it.id
  cidr_block        = "10.69.1.0/24"
  availability_zone = "eu-west-1a"
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

resource "aws_eip" "nat" {
  domain = "vpc"
}

resource "aws_nat_gateway" "it" {
  subnet_id     = aws_subnet.a.id
  allocation_id = aws_eip.nat.id
}

resource "aws_route_table" "private" {
  vpc_id = aws_vpc.it.id
}

resource "aws_route" "out" {
  route_table_id         = aws_route_table.private.id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.it.id
}

resource "aws_vpc_endpoint" "s3" {
  vpc_id          = aws_vpc.it.id
  service_name    = "com.amazonaws.eu-west-1.s3"
  route_table_ids = [aws_route_table.private.id]
}

resource "aws_cloudwatch_log_group" "flows" {
  name              = "/flows"
  retention_in_days = 30
}

resource "aws_flow_log" "it" {
  vpc_id          = aws_vpc.it.id
  traffic_type    = "ALL"
  iam_role_arn    = aws_iam_role.it.arn
  log_destination = aws_cloudwatch_log_group.flows.arn
}
