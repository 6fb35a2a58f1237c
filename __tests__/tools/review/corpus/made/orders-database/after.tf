# A reviewer should be told: engine and family are of the next major version, which has no way back; a reader is gone;
# backups are kept for a day; nothing prevents that the cluster is destroyed, and nothing is left of it then; log of
# statements ends; signing in with IAM ends.

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
  engine_version                      = "16.1"
  database_name                       = "orders"
  master_username                     = "orders"
  manage_master_user_password         = true
  db_subnet_group_name                = aws_db_subnet_group.it.name
  storage_encrypted                   = true
  allow_major_version_upgrade         = true
  backup_retention_period             = 1
  deletion_protection                 = false
  iam_database_authentication_enabled = false
  copy_tags_to_snapshot               = true
  skip_final_snapshot                 = true
}

resource "aws_rds_cluster_instance" "writer" {
  identifier         = "orders-writer"
  cluster_identifier = aws_rds_cluster.orders.id
  engine             = aws_rds_cluster.orders.engine
  instance_class     = "db.r6g.xlarge"
  availability_zone  = "eu-west-1a"
}
