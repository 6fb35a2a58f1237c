# A reviewer should be told: that nothing changes.

resource "aws_sns_topic" "it" {
  name = "nothing"
}

output "topic" {
  value = aws_sns_topic.it.arn
}
