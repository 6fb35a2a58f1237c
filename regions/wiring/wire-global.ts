import { AccountTier } from "../../modules/account/tier";
import { withIds } from "../../modules/account/workflows/contract";
import { auditBucketNames } from "../../modules/audit/contract";
import { DnsTier } from "../../modules/dns/tier";
import { EdgeTier } from "../../modules/edge/tier";
import { pageBucketName } from "../../modules/failover/contract";
import { type Environment, fileRegions, globalRegionOf, liveRegions, originRegions } from "../schema/environment";
import { keyAliasesIn, switched } from "./by-region";
import { accountsOfCopies } from "./database-links";
import { leadsEvents } from "./leads-events";
import { everywhere } from "./location";
import { pageOrigins } from "./page-origins";
import { type Placement, placeIn } from "./placement";

/** The tiers that all regions of an environment share. */
export function wireGlobal(environment: Environment): Placement[] {
  const { domain, regions } = environment;
  const { name, account, dns, edge } = globalRegionOf(environment);
  const replicaRegions = originRegions(environment);
  const originKeyAliases = keyAliasesIn(environment, [name, ...replicaRegions]);
  const { edgeLogBucketName, wafLogBucketName } = auditBucketNames(environment);
  const runsTasks = liveRegions(environment).some(({ api, web }) =>
    [api, web].some(({ compute }) => compute === "ecs"),
  );
  const place = placeIn(everywhere);
  return [
    place(AccountTier, {
      ...account,
      workflowRepository: account.githubRepository,
      workflowRepositoryWithIds: withIds(account),
      workflowRepositoryId: account.githubRepositoryIds?.split("/")[1] ?? null,
      environment: environment.name,
      regions: regions.map((region) => region.name),
      runsTasks,
      sharesBackups: accountsOfCopies(liveRegions(environment)).length > 0,
    }),
    place(DnsTier, { ...dns, replicaRegions, domain, originKeyAliases }),
    place(EdgeTier, {
      ...edge,
      ...switched(environment),
      fileRegions: fileRegions(environment),
      switchRegion: environment.stateRegion,
      leadsEvents: leadsEvents(environment),
      pageOrigins: pageOrigins(environment),
      domain,
      edgeLogBucketName,
      wafLogBucketName,
      pageBucketName: pageBucketName(environment),
    }),
  ];
}
