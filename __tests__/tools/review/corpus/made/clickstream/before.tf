resource "aws_kinesis_stream" "clicks" {
  name             = "clicks"
  shard_count      = 4
  retention_period = 168
  encryption_type  = "KMS"
  kms_key_id       = "alias/aws/kinesis"
}

resource "aws_kinesis_stream_consumer" "fraud" {
  name       = "fraud"
  stream_arn = aws_kinesis_stream.clicks.arn
}
