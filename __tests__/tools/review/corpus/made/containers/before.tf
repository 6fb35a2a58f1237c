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
    value = "enabled"
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
    name                   = "api"
    image                  = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/api@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
    essential              = true
    readonlyRootFilesystem = true
    secrets                = [{ name = "DB_PASSWORD", valueFrom = "arn:aws:ssm:eu-west-1:123456789012:parameter/db" }]
    logConfiguration       = { logDriver = "awslogs", options = { awslogs-group = "/api", awslogs-region = "eu-west-1", awslogs-stream-prefix = "api" } }
  }])
}

resource "aws_ecs_service" "api" {
  name                               = "api"
  cluster                            = aws_ecs_cluster.it.id
  task_definition                    = aws_ecs_task_definition.api.arn
  desired_count                      = 4
  deployment_minimum_healthy_percent = 100

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 1
    base              = 4
  }

  network_configuration {
    subnets          = [aws_subnet.a.id, aws_subnet.b.id]
    security_groups  = [aws_security_group.it.id]
    assign_public_ip = false
  }
}
