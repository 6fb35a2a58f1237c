import type { Subscription } from "../modules/blocks/alerts/contract";

/** Who is told of alerts, in every region. An e-mail address gets a message to confirm first. */
export const onCall: Subscription[] = [{ name: "on-call", protocol: "email", endpoint: "on-call@shop.example.com" }];
