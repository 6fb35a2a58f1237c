import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { Construct } from "constructs";
import type { Home } from "../../core/home";
import { number } from "../../core/late";
import type { EcsInputs } from "../compute/contract";
import type { Running, Service } from "../compute/service";
import { cluster } from "./cluster";
import { roles } from "./roles";
import { scaling } from "./scaling";
import { service as ecsService } from "./service";
import { taskDefinition } from "./task-definition";

/**
 * Containers of one service over all app subnets, on Fargate: no instance is ours to patch, and no task shares one.
 *
 * A task has no public address, writes to its scratch folder only, which is encrypted with our key, runs as a user that
 * is not root, and may do no more than the service says. A deployment that does not become healthy is rolled back.
 */
export class Tasks extends Construct implements Running {
  readonly serviceName: string;
  readonly roleArn: string;
  readonly logGroupName: string;

  constructor(scope: Construct, id: string, inputs: EcsInputs, service: Service, place: Home) {
    super(scope, id);
    const name = `${inputs.namePrefix}-${service.name}`;

    const logGroup = new CloudwatchLogGroup(this, "log", {
      name: `/${inputs.namePrefix}/${service.name}`,
      kmsKeyId: inputs.logsKeyArn,
      retentionInDays: number(inputs.logRetentionDays),
    });
    const { execution, task, policies } = roles(this, { name, inputs, service, place, logGroupArn: logGroup.arn });
    const definition = taskDefinition(this, {
      name,
      inputs,
      service,
      place,
      logGroupName: logGroup.name,
      executionRoleArn: execution.arn,
      taskRoleArn: task.arn,
    });
    const { clusterName, ready } = cluster(this, name, inputs);
    const running = ecsService(this, { name, inputs, service, definition, clusterName, after: [ready, ...policies] });
    scaling(this, { clusterName, serviceName: running.name, inputs });

    this.serviceName = running.name;
    this.roleArn = task.arn;
    this.logGroupName = logGroup.name;
  }
}
