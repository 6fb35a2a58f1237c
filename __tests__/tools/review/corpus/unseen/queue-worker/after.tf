# A reviewer should be told: the worker stops (no concurrency is left to it), and jobs are lost after an hour instead of
# four days; the queue of failed jobs, with what is in it, and its alarm are deleted, and nothing takes a job that fails any
# more; a job is handed out again after 30 s while the worker may take 60 s, so it runs twice; messages are stored in plain.
resource "aws_sqs_queue" "jobs" {
  name                       = "jobs"
  visibility_timeout_seconds = 30
  message_retention_seconds  = 3600
  sqs_managed_sse_enabled    = false
}

resource "aws_iam_role" "worker" {
  name = "jobs-worker"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_lambda_function" "worker" {
  function_name                  = "jobs-worker"
  role                           = aws_iam_role.worker.arn
  package_type                   = "Image"
  image_uri                      = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/worker:41"
  timeout                        = 60
  memory_size                    = 1024
  reserved_concurrent_executions = 0
}

resource "aws_lambda_event_source_mapping" "jobs" {
  event_source_arn = aws_sqs_queue.jobs.arn
  function_name    = aws_lambda_function.worker.arn
  batch_size       = 10
}
