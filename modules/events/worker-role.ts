import type { Construct } from "constructs";
import { byWayOf } from "../blocks/encryption/statements";
import { joinsVpc } from "../blocks/service-role/joins-vpc";
import { type ServiceRole, serviceRole } from "../blocks/service-role/service-role";
import { writesLog } from "../blocks/service-role/writes-log";
import type { BoundedHome } from "../core/home";

interface WorkerRoleOptions {
  readonly name: string;
  readonly queueArn: string;
  readonly keyArn: string;
  readonly logGroupArn: string;
}

/** The role of the function: take events from its queue, write its own log, nothing else. */
export const workerRole = (
  scope: Construct,
  home: BoundedHome,
  { name, queueArn, keyArn, logGroupArn }: WorkerRoleOptions,
): ServiceRole =>
  serviceRole(scope, "worker-role", {
    home,
    name,
    service: "lambda.amazonaws.com",
    statements: [
      {
        sid: "TakeEvents",
        actions: ["sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"],
        resources: [queueArn],
      },
      {
        sid: "DecryptEvents",
        actions: ["kms:Decrypt"],
        resources: [keyArn],
        condition: [byWayOf(home.region, "sqs", "lambda")],
      },
      writesLog(logGroupArn),
      ...joinsVpc(home, name),
    ],
  });
