import { accountContract } from "../../modules/account/contract";
import { apiContract } from "../../modules/api/contract";
import { baselineContract } from "../../modules/baseline/contract";
import type { Contract } from "../../modules/core/contract";
import { databaseContract } from "../../modules/database/contract";
import { dnsContract } from "../../modules/dns/contract";
import { logsContract } from "../../modules/logs/contract";
import { networkContract } from "../../modules/network/contract";
import { securityContract } from "../../modules/security/contract";
import { standbyContract } from "../../modules/standby/contract";
import { stateContract } from "../../modules/state/contract";
import { webContract } from "../../modules/web/contract";

/** The contract of every tier, which its README is made from. */
export const contracts: readonly Contract[] = [
  accountContract,
  apiContract,
  baselineContract,
  databaseContract,
  dnsContract,
  logsContract,
  networkContract,
  securityContract,
  standbyContract,
  stateContract,
  webContract,
];
