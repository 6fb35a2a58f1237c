resource "aws_sns_topic" "it" {
  name = "local-commands"
}
