import { type Environment, regionsOf } from "../../regions/schema/environment";
import type { Target } from "../target";
import type { Difference } from "./difference";

/** What is meant to differ, in AWS and in Terraform's states, where the target has addresses for a recovery's NAT gateways. */
export const declaredOfReserved = (environment: Environment, { region }: Pick<Target, "region">): Difference[] =>
  regionsOf(environment, "standby")
    .filter(({ name, standby }) => name === region && standby.natAddressZones.length > 0)
    .map(() => ({
      type: "aws_eip",
      reason: "The target has addresses reserved for the NAT gateways of a recovery, which makes none of its own.",
      expected: { source: true, recovered: false },
    }));
