import type { Construct } from "constructs";
import type { Home } from "../../core/home";
import { Fleet } from "../fleet/fleet";
import { ShopFunction } from "../function/function";
import { Tasks } from "../tasks/tasks";
import type { ComputeInputs } from "./contract";
import type { Running, Service } from "./service";

/** Runs a service on what its region file chose; what the tier promises is the same for all. */
export function run(scope: Construct, inputs: ComputeInputs, service: Service, place: Home): Running {
  switch (inputs.compute) {
    case "ec2":
      return new Fleet(scope, "fleet", inputs, service, place);
    case "ecs":
      return new Tasks(scope, "tasks", inputs, service, place);
    case "lambda":
      return new ShopFunction(scope, "function", inputs, service, place);
  }
}
