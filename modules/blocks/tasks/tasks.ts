import type { EcsService } from "@cdktf/provider-aws/lib/ecs-service";
import { Construct } from "constructs";
import type { EcsInputs } from "../compute/contract";
import type { Run, Running } from "../compute/service";
import { cluster } from "./cluster";
import { executionRole } from "./role";
import { scaling } from "./scaling";
import { service as ecsService } from "./service";
import { taskDefinition } from "./task-definition";

/**
 * Containers of one service over all app subnets, on Fargate: no instance is ours to patch, and no task shares one.
 *
 * A task has no public address, writes to /tmp only, which is memory, and its disk is encrypted with our key. It runs as a user that
 * is not root, and may do no more than the service says. A deployment that does not become healthy is rolled back.
 */
export class Tasks extends Construct implements Running {
  readonly serviceName: string;
  readonly roleArn: string;
  readonly logGroupName: string;
  readonly serving: EcsService;

  constructor(scope: Construct, id: string, run: Run<EcsInputs>) {
    super(scope, id);
    const { inputs, name } = run;

    const definition = taskDefinition(this, run, executionRole(this, run).arn);
    const { clusterName, ready } = cluster(this, name, inputs);
    const running = ecsService(this, run, { definition, clusterName, ready });
    scaling(this, { clusterName, serviceName: running.name, inputs });

    this.serviceName = running.name;
    this.roleArn = run.role.arn;
    this.logGroupName = run.log.name;
    this.serving = running;
  }
}
