import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import type { Construct } from "constructs";
import { number } from "../../core/late";
import { Fleet } from "../fleet/fleet";
import { instancesAct } from "../fleet/role";
import { ShopFunction } from "../function/function";
import { functionActs } from "../function/role";
import { type Acting, serviceRole } from "../service-role/service-role";
import { tasksAct } from "../tasks/role";
import { Tasks } from "../tasks/tasks";
import { type ComputeInputs, nameOfService } from "./contract";
import type { Run, Running, Service } from "./service";

/**
 * Runs a service on what its region file chose; what the tier promises is the same for all.
 *
 * Its log group and its role stay where they are when the choice changes: their names are the service's.
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
    const statements = [...acting.statements, ...service.statements];
    const role = serviceRole(scope, "role", { ...acting, home, name, statements });
    return { inputs: its, service, home, name, log, role };
  };

  switch (inputs.compute) {
    case "ec2":
      return new Fleet(scope, "fleet", as(inputs, instancesAct(inputs, home, log.arn)));
    case "ecs":
      return new Tasks(scope, "tasks", as(inputs, tasksAct(home)));
    case "lambda":
      return new ShopFunction(
        scope,
        "function",
        as(inputs, functionActs(inputs, home, { name, logGroupArn: log.arn })),
      );
  }
}
