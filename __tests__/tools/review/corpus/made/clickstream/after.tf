# A reviewer should be told: what a consumer did not read within a day is lost, after a week before; the stream takes
# a quarter of the data; it is stored in plain.

resource "aws_kinesis_stream" "clicks" {
  name             = "clicks"
  shard_count      = 1
  retention_period = 24
  encryption_type  = "NONE"
}
