resource "aws_route53_zone" "it" {
  name = "shop.example"
}

resource "aws_route53_health_check" "primary" {
  fqdn              = "eu.shop.example"
  port              = 443
  type              = "HTTPS"
  resource_path     = "/health"
  failure_threshold = 3
  request_interval  = 10
}

resource "aws_route53_record" "primary" {
  zone_id         = aws_route53_zone.it.zone_id
  name            = "www.shop.example"
  type            = "A"
  ttl             = 30
  records         = ["192.0.2.10"]
  set_identifier  = "primary"
  health_check_id = aws_route53_health_check.primary.id

  failover_routing_policy {
    type = "PRIMARY"
  }
}

resource "aws_route53_record" "secondary" {
  zone_id        = aws_route53_zone.it.zone_id
  name           = "www.shop.example"
  type           = "A"
  ttl            = 30
  records        = ["198.51.100.10"]
  set_identifier = "secondary"

  failover_routing_policy {
    type = "SECONDARY"
  }
}

resource "aws_route53_record" "mail" {
  zone_id = aws_route53_zone.it.zone_id
  name    = "shop.example"
  type    = "MX"
  ttl     = 3600
  records = ["10 mx1.mail.example", "20 mx2.mail.example"]
}

resource "aws_route53_record" "partners" {
  zone_id = aws_route53_zone.it.zone_id
  name    = "partners.shop.example"
  type    = "NS"
  ttl     = 3600
  records = ["ns1.dns.example", "ns2.dns.example"]
}
