# A reviewer should be told: anybody may send to the topic that pages people; nobody is paged, since the subscription
# is gone; the alarm is off; messages are stored in plain.

resource "aws_sns_topic" "pages" {
  name = "pages"
}

resource "aws_sns_topic_policy" "pages" {
  arn = aws_sns_topic.pages.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sns:Publish"
      Resource  = aws_sns_topic.pages.arn
      Principal = "*"
    }]
  })
}

resource "aws_sqs_queue" "on_call" {
  name = "on-call"
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "errors"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HTTPCode_ELB_5XX_Count"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1000
  period              = 60
  evaluation_periods  = 3
  actions_enabled     = false
}
