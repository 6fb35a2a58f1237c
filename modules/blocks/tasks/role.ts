import type { Construct } from "constructs";
import type { Home } from "../../core/home";
import type { EcsInputs } from "../compute/contract";
import type { Run } from "../compute/service";
import { pulls } from "../service-role/pulls";
import { type Acting, type Actor, type ServiceRole, serviceRole } from "../service-role/service-role";
import { writesLog } from "../service-role/writes-log";

export const tasks = (home: Home): Actor => ({ service: "ecs-tasks.amazonaws.com", sourceArn: home.arn("ecs", "*") });

/** What containers do by their role: nothing but what the service says. */
export const tasksAct = (home: Home): Acting => ({ ...tasks(home), statements: [] });

/** Fargate's own role, that starts a container: it pulls one image and writes one log group. */
export const executionRole = (scope: Construct, { inputs, home, name, log }: Run<EcsInputs>): ServiceRole =>
  serviceRole(scope, "execution", {
    ...tasksAct(home),
    home,
    name: `${name}-start`,
    statements: [...pulls(home, inputs.containerImage), writesLog(log.arn)],
  });
