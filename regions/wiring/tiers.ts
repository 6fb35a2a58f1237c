import { accountContract } from "../../modules/account/contract";
import { apiContract } from "../../modules/api/contract";
import { auditContract } from "../../modules/audit/contract";
import { backupContract } from "../../modules/backup/contract";
import { baselineContract } from "../../modules/baseline/contract";
import { cacheContract } from "../../modules/cache/contract";
import { copiesContract } from "../../modules/copies/contract";
import type { Contract } from "../../modules/core/contract";
import { databaseContract } from "../../modules/database/contract";
import { deliveryContract } from "../../modules/delivery/contract";
import { dnsContract } from "../../modules/dns/contract";
import { edgeContract } from "../../modules/edge/contract";
import { eventsContract } from "../../modules/events/contract";
import { failoverContract } from "../../modules/failover/contract";
import { filesContract } from "../../modules/files/contract";
import { identityContract } from "../../modules/identity/contract";
import { logsContract } from "../../modules/logs/contract";
import { networkContract } from "../../modules/network/contract";
import { observabilityContract } from "../../modules/observability/contract";
import { replicationContract } from "../../modules/replication/contract";
import { secretsContract } from "../../modules/secrets/contract";
import { securityContract } from "../../modules/security/contract";
import { standbyContract } from "../../modules/standby/contract";
import { stateContract } from "../../modules/state/contract";
import { webContract } from "../../modules/web/contract";

/** The tiers that a region has, by its role. A region file says something about each; what it leaves out has defaults. */
export const tiers = {
  live: {
    state: stateContract,
    baseline: baselineContract,
    delivery: deliveryContract,
    files: filesContract,
    security: securityContract,
    network: networkContract,
    logs: logsContract,
    database: databaseContract,
    api: apiContract,
    web: webContract,
    backup: backupContract,
    cache: cacheContract,
    identity: identityContract,
    events: eventsContract,
    observability: observabilityContract,
  },
  standby: {
    state: stateContract,
    baseline: baselineContract,
    standby: standbyContract,
    copies: copiesContract,
    replication: replicationContract,
    delivery: deliveryContract,
    files: filesContract,
  },
  state: {
    state: stateContract,
    audit: auditContract,
    baseline: baselineContract,
    copies: copiesContract,
    failover: failoverContract,
    files: filesContract,
    secrets: secretsContract,
  },
  global: {
    state: stateContract,
    baseline: baselineContract,
    account: accountContract,
    dns: dnsContract,
    edge: edgeContract,
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Contract>>>>;

export type Role = keyof typeof tiers;

/** The tiers of a role, by name. */
export const tiersOf = (role: Role): Readonly<Record<string, Contract>> => tiers[role];

/** Every tier once, by name. */
export const contracts: readonly Contract[] = Object.values<Contract>(
  Object.assign({}, ...Object.keys(tiers).map((role) => tiers[role as Role])),
).sort((one, other) => one.name.localeCompare(other.name));

/** The contract of a tier; undefined when there is none of that name. */
export const contractOf = (tier: string): Contract | undefined => contracts.find(({ name }) => name === tier);
