import { regionPrefix } from "../../regions/wiring/location";
import type { Drill } from "../drill";
import type { Item } from "../inventory/item";
import { added } from "../inventory/take";
import { zoneNames } from "../recovered";
import { everythingIn } from "../steps/stand-up-source";
import { compareInventories, type ParityResult } from "./compare";
import { declared } from "./declared";

/** Takes the inventory of the recovered region, and compares it with what the source held before it was lost. */
export async function compareWithSource(drill: Drill): Promise<ParityResult> {
  const { run, environment, lost, target } = drill.settings;
  const { account } = environment;
  const recoveredItems = added(drill.need("targetBefore"), await everythingIn(drill, target.region));
  const source = {
    region: lost.name,
    namePrefix: regionPrefix(environment.name, lost.name),
    cidr: lost.network.cidr,
    zones: zoneNames(lost),
    account,
  };
  const recovered = {
    region: target.region,
    namePrefix: run,
    cidr: target.cidr,
    zones: zoneNames({ ...lost, name: target.region }, target.zones),
    account,
  };
  const items = drill.need("sourceItems").filter(isNoBackup);
  const parity = compareInventories(items, recoveredItems.filter(isNoBackup), { source, recovered }, declared);
  Object.assign(drill.found, { recoveredItems, parity });
  return parity;
}

/** What AWS Backup makes by its schedule, which may run between two looks, says nothing about how a region is made. */
const isNoBackup = ({ type, id }: Item): boolean => type !== "recovery point" && !id.includes(":awsbackup:");
