# A reviewer should be told: one task instead of four, on spot, with a public address; it is privileged and its image
# may be another one tomorrow; a password is in its settings; what it prints is kept nowhere.

resource "aws_vpc" "it" {
  cidr_block = "10.65.0.0/16"
}

resource "aws_subnet" "a" {
  vpc_id            = aws_vpc.it.id
  cidr_block        = "10.65.1.0/24"
  availability_zone = "eu-west-1a"
}

resource "aws_subnet" "b" {
  vpc_id            = aws_vpc.it.id
  cidr_block        = "10.65.2.0/24"
  availability_zone = "eu-west-1b"
}

resource "aws_iam_role" "it" {
  name = "task"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ecs-tasks.amazonaws.com" }
    }]
  })
}

resource "aws_security_group" "it" {
  name   = "tasks"
  vpc_id = aws_vpc.it.id
}

resource "aws_ecs_cluster" "it" {
  name = "it"
  setting {
    name  = "containerInsights"
    value = "disabled"
  }
}

resource "aws_ecs_task_definition" "api" {
  family                   = "api"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 1024
  memory                   = 2048
  execution_role_arn       = aws_iam_role.it.arn
  container_definitions = jsonencode([{
    name        = "api"
    image       = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/api:latest"
    essential   = true
    privileged  = true
    environment = [{ name = "DB_PASSWORD", value = "made-up-password" }]
  }])
}

resource "aws_ecs_service" "api" {
  name                               = "api"
  cluster                            = aws_ecs_cluster.it.id
  task_definition                    = aws_ecs_task_definition.api.arn
  desired_count                      = 1
  deployment_minimum_healthy_percent = 0

  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }

  network_configuration {
    subnets          = [aws_subnet.a.id, aws_subnet.b.id]
    security_groups  = [aws_security_group.it.id]
    assign_public_ip = true
  }
}
