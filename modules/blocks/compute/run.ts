import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import type { Construct } from "constructs";
import { number } from "../../core/late";
import { Fleet } from "../fleet/fleet";
import { instances, instancesAct } from "../fleet/role";
import { ShopFunction } from "../function/function";
import { functionActs, functions } from "../function/role";
import { type Acting, serviceRole } from "../service-role/service-role";
import { writesLog } from "../service-role/writes-log";
import { tasks, tasksAct } from "../tasks/role";
import { Tasks } from "../tasks/tasks";
import { type ComputeInputs, nameOfService } from "./contract";
import type { Run, Running, Service } from "./service";

/**
 * Runs a service on what its region file chose; what the tier promises is the same for all.
 *
 * Its log group and its role stay where they are when the choice changes: their names are the service's, other tiers have
 * attached policies to the role, and what served so far acts by it until what comes after it serves.
 */
export function run(scope: Construct, inputs: ComputeInputs, service: Service): Running {
  const { home } = service;
  const name = nameOfService(inputs.namePrefix, service.name);
  const log = new CloudwatchLogGroup(scope, "log", {
    name: `/${inputs.namePrefix}/${service.name}`,
    kmsKeyId: inputs.logsKeyArn,
    retentionInDays: number(inputs.logRetentionDays),
  });
  const as = <I>(its: I, acting: Acting): Run<I> => {
    const writes = inputs.compute === "ecs" ? [] : [writesLog(log.arn)]; // Fargate writes it, by a role of its own
    const statements = [...writes, ...acting.statements, ...service.statements];
    const actors = [instances, tasks(home), functions];
    const role = serviceRole(scope, "role", { ...acting, actors, home, name, statements });
    return { inputs: its, service, home, name, log, role };
  };

  switch (inputs.compute) {
    case "ec2":
      return new Fleet(scope, "fleet", as(inputs, instancesAct(inputs, home, log.arn)));
    case "ecs":
      return new Tasks(scope, "tasks", as(inputs, tasksAct(home)));
    case "lambda":
      return new ShopFunction(scope, "function", as(inputs, functionActs(inputs, home, name)));
  }
}
