"""Queues."""

import json

from support import AwsTest


class Policies(AwsTest):
    FIX = "sqs_queue_keeps_its_policies"

    def test_each_is_kept_while_another_is_set(self) -> None:
        sqs = self.client("sqs")
        dead, live = ({"QueueUrl": sqs.create_queue(QueueName=self.name("q"))["QueueUrl"]} for _ in range(2))
        arn = sqs.get_queue_attributes(**dead, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
        statement = {"Effect": "Allow", "Principal": "*", "Action": "sqs:SendMessage", "Resource": "*"}
        wanted = {
            "Policy": json.dumps({"Statement": [statement]}),
            "RedrivePolicy": json.dumps({"deadLetterTargetArn": arn, "maxReceiveCount": 5}, separators=(",", ":")),
            "RedriveAllowPolicy": json.dumps({"redrivePermission": "denyAll"}, separators=(",", ":")),
        }
        for name, value in wanted.items():
            sqs.set_queue_attributes(**live, Attributes={name: value})
        told = sqs.get_queue_attributes(**live, AttributeNames=["All"])["Attributes"]
        self.assertEqual({name: told.get(name) for name in wanted}, wanted)
