# A reviewer should be told: the shop fails over no more, since its secondary record and the check of its health are
# gone; mail has nowhere to go; a name is cached for a day, so that a mistake stays for a day; the delegation of a
# zone is gone.

resource "aws_route53_zone" "it" {
  name = "shop.example"
}

resource "aws_route53_record" "primary" {
  zone_id        = aws_route53_zone.it.zone_id
  name           = "www.shop.example"
  type           = "A"
  ttl            = 86400
  records        = ["192.0.2.10"]
  set_identifier = "primary"

  failover_routing_policy {
    type = "PRIMARY"
  }
}
