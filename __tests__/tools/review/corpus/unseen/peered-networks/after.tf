# A reviewer should be told: the database's group admits every port from every private address, instead of one reader on
# one port; SSH into the subnet is refused no longer; the route is replaced, so analytics is cut off for a moment, and all
# private networks are routed to the peer, which answers for its own only.
resource "aws_vpc" "orders" {
  cidr_block = "10.10.0.0/16"
}

resource "aws_vpc" "analytics" {
  cidr_block = "10.20.0.0/16"
}

resource "aws_subnet" "orders" {
  vpc_id     = aws_vpc.orders.id
  cidr_block = "10.10.1.0/24"
}

resource "aws_subnet" "analytics" {
  vpc_id     = aws_vpc.analytics.id
  cidr_block = "10.20.1.0/24"
}

resource "aws_vpc_peering_connection" "both" {
  vpc_id      = aws_vpc.analytics.id
  peer_vpc_id = aws_vpc.orders.id
  auto_accept = true
}

resource "aws_route_table" "orders" {
  vpc_id = aws_vpc.orders.id
}

resource "aws_route_table" "analytics" {
  vpc_id = aws_vpc.analytics.id
}

resource "aws_route_table_association" "orders" {
  subnet_id      = aws_subnet.orders.id
  route_table_id = aws_route_table.orders.id
}

resource "aws_route" "orders_to_analytics" {
  route_table_id            = aws_route_table.orders.id
  destination_cidr_block    = "10.0.0.0/8"
  vpc_peering_connection_id = aws_vpc_peering_connection.both.id
}

resource "aws_route" "analytics_to_orders" {
  route_table_id            = aws_route_table.analytics.id
  destination_cidr_block    = "10.10.1.0/24"
  vpc_peering_connection_id = aws_vpc_peering_connection.both.id
}

resource "aws_security_group" "database" {
  name   = "orders-database"
  vpc_id = aws_vpc.orders.id
}

resource "aws_vpc_security_group_ingress_rule" "analytics" {
  security_group_id = aws_security_group.database.id
  description       = "The one reader of analytics"
  cidr_ipv4         = "10.0.0.0/8"
  ip_protocol       = "tcp"
  from_port         = 0
  to_port           = 65535
}

resource "aws_network_acl" "orders" {
  vpc_id     = aws_vpc.orders.id
  subnet_ids = [aws_subnet.orders.id]
}

resource "aws_network_acl_rule" "all" {
  network_acl_id = aws_network_acl.orders.id
  rule_number    = 100
  rule_action    = "allow"
  protocol       = "-1"
  cidr_block     = "10.0.0.0/8"
}
