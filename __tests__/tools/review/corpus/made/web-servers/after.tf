# A reviewer should be told: two servers instead of six, in one zone, on spot; the load balancer speaks an old TLS,
# and plain HTTP is served instead of redirected; it may be destroyed; an unhealthy server is noticed after minutes;
# servers give their role to whoever makes them fetch a URL.

resource "aws_vpc" "it" {
  cidr_block = "10.63.0.0/16"
}

resource "aws_subnet" "a" {
  vpc_id            = aws_vpc.it.id
  cidr_block        = "10.63.1.0/24"
  availability_zone = "eu-west-1a"
}

resource "aws_subnet" "b" {
  vpc_id            = aws_vpc.it.id
  cidr_block        = "10.63.2.0/24"
  availability_zone = "eu-west-1b"
}

resource "aws_internet_gateway" "it" {
  vpc_id = aws_vpc.it.id
}

resource "aws_launch_template" "web" {
  name          = "web"
  image_id      = "ami-12c6146b"
  instance_type = "m6i.large"

  metadata_options {
    http_tokens = "optional"
  }
}

resource "aws_autoscaling_group" "web" {
  name                = "web"
  min_size            = 2
  max_size            = 20
  vpc_zone_identifier = [aws_subnet.a.id]
  target_group_arns   = [aws_lb_target_group.web.arn]

  mixed_instances_policy {
    instances_distribution {
      on_demand_base_capacity                  = 0
      on_demand_percentage_above_base_capacity = 0
    }
    launch_template {
      launch_template_specification {
        launch_template_id = aws_launch_template.web.id
        version            = "$Latest"
      }
    }
  }
}

resource "aws_acm_certificate" "web" {
  domain_name       = "shop.example"
  validation_method = "DNS"
}

resource "aws_lb" "web" {
  name                       = "web"
  load_balancer_type         = "application"
  subnets                    = [aws_subnet.a.id, aws_subnet.b.id]
  enable_deletion_protection = false
  drop_invalid_header_fields = false
}

resource "aws_lb_target_group" "web" {
  name     = "web"
  port     = 8080
  protocol = "HTTP"
  vpc_id   = aws_vpc.it.id

  health_check {
    path     = "/health"
    interval = 120
  }
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.web.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-2016-08"
  certificate_arn   = aws_acm_certificate.web.arn

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
}

resource "aws_lb_listener" "http" {
  load_balancer_arn = aws_lb.web.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
}
