import { nameServerVariable } from "../../terraform/process/environments";
import { type NameServer, nameServersOf } from "../../tools/fence/name-servers";
import type { DrillWith } from "../drill";

/** The name servers of the environment's domain; none where an emulator is drilled in and nobody says where it answers DNS. */
export async function serversOf(drill: DrillWith<"gate">): Promise<NameServer[]> {
  const { environment, where } = drill.settings;
  const given = drill.need("gate").nameServer ?? process.env[nameServerVariable];
  return given === undefined && where.kind !== "account" ? [] : nameServersOf(environment.domain, given);
}
