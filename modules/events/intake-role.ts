import type { Construct } from "constructs";
import { type ServiceRole, serviceRole } from "../blocks/service-role/service-role";
import type { BoundedHome } from "../core/home";
import { sendsEvents } from "./posting";

/** The role that the API works with: it sends to the queue, and cannot read it. */
export const intakeRole = (
  scope: Construct,
  home: BoundedHome,
  { name, queueArn, keyArn }: { readonly name: string; readonly queueArn: string; readonly keyArn: string },
): ServiceRole =>
  serviceRole(scope, "intake-role", {
    home,
    name,
    service: "apigateway.amazonaws.com",
    statements: sendsEvents(home, { queueArn, keyArn }),
  });
