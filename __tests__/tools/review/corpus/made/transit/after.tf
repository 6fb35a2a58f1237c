# A reviewer should be told: two networks that spoke through the gateway do not any more; the shared gateway takes in
# whoever asks.

resource "aws_vpc" "it" {
  cidr_block = "10.70.0.0/16"
}

resource "aws_subnet" "a" {
  vpc_id            = aws_vpc.it.id
  cidr_block        = "10.70.1.0/24"
  availability_zone = "eu-west-1a"
}

resource "aws_vpc" "other" {
  cidr_block = "10.71.0.0/16"
}

resource "aws_subnet" "other" {
  vpc_id     = aws_vpc.other.id
  cidr_block = "10.71.1.0/24"
}

resource "aws_ec2_transit_gateway" "it" {
  description                    = "All networks"
  auto_accept_shared_attachments = "enable"
}

resource "aws_ec2_transit_gateway_vpc_attachment" "it" {
  transit_gateway_id = aws_ec2_transit_gateway.it.id
  vpc_id             = aws_vpc.it.id
  subnet_ids         = [aws_subnet.a.id]
}
