# A reviewer should be told: the apply runs a command on whatever machine applies; nobody can take that back.

resource "aws_sns_topic" "it" {
  name = "local-commands"
}

resource "terraform_data" "seed" {
  triggers_replace = [aws_sns_topic.it.arn]

  provisioner "local-exec" {
    command = "echo seeded"
  }
}
