resource "aws_vpc" "it" {
  cidr_block = "10.64.0.0/16"
}

resource "aws_subnet" "a" {
  vpc_id            = aws_vpc.it.id
  cidr_block        = "10.64.1.0/24"
  availability_zone = "eu-west-1a"
}

resource "aws_subnet" "b" {
  vpc_id            = aws_vpc.it.id
  cidr_block        = "10.64.2.0/24"
  availability_zone = "eu-west-1b"
}

resource "aws_db_subnet_group" "it" {
  name       = "orders"
  subnet_ids = [aws_subnet.a.id, aws_subnet.b.id]
}

resource "aws_rds_cluster" "orders" {
  cluster_identifier                  = "orders"
  engine                              = "aurora-postgresql"
  engine_version                      = "15.4"
  database_name                       = "orders"
  master_username                     = "orders"
  manage_master_user_password         = true
  db_subnet_group_name                = aws_db_subnet_group.it.name
  storage_encrypted                   = true
  backup_retention_period             = 35
  deletion_protection                 = true
  iam_database_authentication_enabled = true
  copy_tags_to_snapshot               = true
  skip_final_snapshot                 = false
  final_snapshot_identifier           = "orders-final"
  enabled_cloudwatch_logs_exports     = ["postgresql"]
}

resource "aws_rds_cluster_instance" "writer" {
  identifier         = "orders-writer"
  cluster_identifier = aws_rds_cluster.orders.id
  engine             = aws_rds_cluster.orders.engine
  instance_class     = "db.r6g.xlarge"
  availability_zone  = "eu-west-1a"
}

resource "aws_rds_cluster_instance" "reader" {
  identifier         = "orders-reader"
  cluster_identifier = aws_rds_cluster.orders.id
  engine             = aws_rds_cluster.orders.engine
  instance_class     = "db.r6g.xlarge"
  availability_zone  = "eu-west-1b"
}
