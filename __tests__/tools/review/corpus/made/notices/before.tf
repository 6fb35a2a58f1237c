resource "aws_sns_topic" "pages" {
  name              = "pages"
  kms_master_key_id = "alias/aws/sns"
}

resource "aws_sns_topic_policy" "pages" {
  arn = aws_sns_topic.pages.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sns:Publish"
      Resource  = aws_sns_topic.pages.arn
      Principal = { Service = "cloudwatch.amazonaws.com" }
    }]
  })
}

resource "aws_sns_topic_subscription" "on_call" {
  topic_arn = aws_sns_topic.pages.arn
  protocol  = "sqs"
  endpoint  = aws_sqs_queue.on_call.arn
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
  threshold           = 10
  period              = 60
  evaluation_periods  = 3
  alarm_actions       = [aws_sns_topic.pages.arn]
}
