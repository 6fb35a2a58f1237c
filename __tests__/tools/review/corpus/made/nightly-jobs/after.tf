# A reviewer should be told: the nightly close of the books is not started any more, and would not be tried again.

resource "aws_sqs_queue" "books" {
  name = "close-the-books"
}

resource "aws_cloudwatch_event_rule" "nightly" {
  name                = "nightly"
  schedule_expression = "cron(0 2 * * ? *)"
  state               = "DISABLED"
}

resource "aws_cloudwatch_event_target" "books" {
  rule = aws_cloudwatch_event_rule.nightly.name
  arn  = aws_sqs_queue.books.arn
  retry_policy {
    maximum_retry_attempts       = 0
    maximum_event_age_in_seconds = 60
  }
}
