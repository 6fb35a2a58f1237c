# A reviewer should be told: nothing restores this database any more (no backups, and none when it is deleted, which nothing
# prevents), it has a public address, no standby, takes plain-text connections, and is a smaller, burstable machine from
# now on, with a restart at once; its audit log ends; and the function's settings show its password.
variable "password" {
  type      = string
  sensitive = true
  default   = "not-a-real-one-9"
}

resource "aws_vpc" "it" {
  cidr_block = "10.40.0.0/16"
}

resource "aws_subnet" "a" {
  vpc_id            = aws_vpc.it.id
  cidr_block        = "10.40.1.0/24"
  availability_zone = "eu-west-1a"
}

resource "aws_subnet" "b" {
  vpc_id            = aws_vpc.it.id
  cidr_block        = "10.40.2.0/24"
  availability_zone = "eu-west-1b"
}

resource "aws_db_subnet_group" "it" {
  name       = "crm"
  subnet_ids = [aws_subnet.a.id, aws_subnet.b.id]
}

resource "aws_db_parameter_group" "it" {
  name   = "crm"
  family = "mysql8.0"

  parameter {
    name  = "require_secure_transport"
    value = "0"
  }
}

resource "aws_db_instance" "crm" {
  identifier                      = "crm"
  engine                          = "mysql"
  engine_version                  = "8.0.39"
  instance_class                  = "db.t4g.medium"
  allocated_storage               = 200
  max_allocated_storage           = 1000
  storage_encrypted               = true
  db_name                         = "crm"
  username                        = "crm"
  password                        = var.password
  db_subnet_group_name            = aws_db_subnet_group.it.name
  parameter_group_name            = aws_db_parameter_group.it.name
  multi_az                        = false
  backup_retention_period         = 0
  backup_window                   = "02:00-03:00"
  maintenance_window              = "sun:04:00-sun:05:00"
  deletion_protection             = false
  copy_tags_to_snapshot           = true
  skip_final_snapshot             = true
  apply_immediately               = true
  publicly_accessible             = true
  enabled_cloudwatch_logs_exports = ["error"]
}

resource "aws_iam_role" "sync" {
  name = "crm-sync"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_lambda_function" "sync" {
  function_name = "crm-sync"
  role          = aws_iam_role.sync.arn
  package_type  = "Image"
  image_uri     = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/sync:7"
  timeout       = 30
  environment {
    variables = {
      DB_HOST     = aws_db_instance.crm.address
      DB_PASSWORD = var.password
    }
  }
}
