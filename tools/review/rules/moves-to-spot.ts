import type { Path } from "../../../terraform/plan/decided";
import { blocksIn } from "../../../terraform/values/resource";
import { type Guard, more, ranked } from "../guards/guard";
import { weakening } from "../guards/weakening";

const distribution: Path = ["mixed_instances_policy", 0, "instances_distribution", 0];
const market: Guard = {
  ...ranked(["instance_market_options"], "The market", []),
  worth: (options) => Number(!blocksIn({ options }, "options").some(({ market_type }) => market_type === "spot")),
  enough: 0,
  changed: () => "It is bought on the Spot market.",
};

/** The tasks that are not on Spot, of a service's strategy: all where it has none. */
const strategy: Guard = {
  path: ["capacity_provider_strategy"],
  worth: (providers) => {
    const all = blocksIn({ providers }, "providers");
    return Number(all.length === 0 || all.some((one) => !`${one.capacity_provider}`.includes("SPOT")));
  },
  enough: 0,
  changed: () => "Every task runs on Spot.",
  made: () => "Every task runs on Spot.",
};

/** AWS takes Spot capacity back with two minutes' notice, most of all when a zone has failed and everybody wants it. */
export const movesToSpot = weakening({
  id: "moves-to-spot",
  about: "Less is bought On-Demand, and more on the Spot market.",
  cannotSee: "Savings plans and reserved instances, and instances that a program starts.",
  guards: {
    aws_autoscaling_group: [
      more([...distribution, "on_demand_base_capacity"], "On-Demand at least", {
        unit: "instances",
        unsaid: 0,
        enough: 0,
      }),
      more([...distribution, "on_demand_percentage_above_base_capacity"], "On-Demand of the rest", {
        unit: "%",
        unsaid: 100,
        enough: 0,
      }),
    ],
    aws_batch_compute_environment: [
      {
        ...ranked(["compute_resources", 0, "type"], "The market", ["SPOT", "FARGATE_SPOT", "FARGATE", "EC2"]),
        enough: 0,
      },
    ],
    aws_ecs_service: [strategy],
    aws_eks_node_group: [{ ...ranked(["capacity_type"], "The market", ["SPOT", "ON_DEMAND"]), enough: 0 }],
    aws_instance: [market],
    aws_launch_template: [market],
  },
  weaker: "high",
  means: "AWS takes it back with two minutes' notice, most of all when a zone has failed and everybody wants it.",
  wayOut: "Keep On-Demand what must be there when a zone fails, and put on Spot what may go.",
});
