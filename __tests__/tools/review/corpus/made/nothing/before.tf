resource "aws_sns_topic" "it" {
  name = "nothing"
}

output "topic" {
  value = aws_sns_topic.it.arn
}
