import type { Subscription } from "../modules/blocks/alerts/contract";
import { organization } from "./organization";

/** Who is told of alerts, in every region. An e-mail address gets a message to confirm first. */
export const onCall: Subscription[] = [{ name: "on-call", protocol: "email", endpoint: organization.onCall }];
