import type { Reader } from "./reader";
import { alarms } from "./readers/alarms";
import { analyzers } from "./readers/analyzers";
import { autoScaling } from "./readers/auto-scaling";
import { backupPlans } from "./readers/backup-plans";
import { backupVaults } from "./readers/backup-vaults";
import { buckets } from "./readers/buckets";
import { caches } from "./readers/caches";
import { certificates } from "./readers/certificates";
import { cloudFront } from "./readers/cloudfront";
import { configurationRecorders } from "./readers/configuration-recorders";
import { dashboards } from "./readers/dashboards";
import { dbAutomatedBackups } from "./readers/db-automated-backups";
import { dbClusters } from "./readers/db-clusters";
import { dbEventSubscriptions } from "./readers/db-event-subscriptions";
import { dbGlobalClusters } from "./readers/db-global-clusters";
import { dbGroups } from "./readers/db-groups";
import { dbInstances } from "./readers/db-instances";
import { dbSnapshots } from "./readers/db-snapshots";
import { deliveryStreams } from "./readers/delivery-streams";
import { detectors } from "./readers/detectors";
import { ebsEncryption } from "./readers/ebs-encryption";
import { ecs } from "./readers/ecs";
import { elasticAddresses } from "./readers/elastic-addresses";
import { eventRules } from "./readers/event-rules";
import { flowLogs } from "./readers/flow-logs";
import { gateways } from "./readers/gateways";
import { healthChecks } from "./readers/health-checks";
import { httpApis } from "./readers/http-apis";
import { iam } from "./readers/iam";
import { imageRepositories } from "./readers/image-repositories";
import { images } from "./readers/images";
import { instances } from "./readers/instances";
import { keyPairs } from "./readers/key-pairs";
import { kmsKeys } from "./readers/kms-keys";
import { lambdaFunctions } from "./readers/lambda-functions";
import { launchTemplates } from "./readers/launch-templates";
import { listeners } from "./readers/listeners";
import { loadBalancers } from "./readers/load-balancers";
import { logDeliveries } from "./readers/log-deliveries";
import { logGroups } from "./readers/log-groups";
import { networkAcls } from "./readers/network-acls";
import { networkInterfaces } from "./readers/network-interfaces";
import { parameters } from "./readers/parameters";
import { queues } from "./readers/queues";
import { routeTables } from "./readers/route-tables";
import { route53 } from "./readers/route53";
import { scaling } from "./readers/scaling";
import { secrets } from "./readers/secrets";
import { securityGroups } from "./readers/security-groups";
import { shieldProtections } from "./readers/shield-protections";
import { subnets } from "./readers/subnets";
import { tables } from "./readers/tables";
import { targetGroups } from "./readers/target-groups";
import { topics } from "./readers/topics";
import { trails } from "./readers/trails";
import { userPools } from "./readers/user-pools";
import { volumes } from "./readers/volumes";
import { vpcEndpoints } from "./readers/vpc-endpoints";
import { vpcs } from "./readers/vpcs";
import { globalWebAcls, regionalWebAcls } from "./readers/web-acls";

const readers: readonly Reader[] = [
  alarms,
  analyzers,
  autoScaling,
  backupPlans,
  backupVaults,
  buckets,
  caches,
  certificates,
  cloudFront,
  configurationRecorders,
  dashboards,
  dbAutomatedBackups,
  dbClusters,
  dbEventSubscriptions,
  dbGlobalClusters,
  dbGroups,
  dbInstances,
  dbSnapshots,
  deliveryStreams,
  detectors,
  ebsEncryption,
  ecs,
  elasticAddresses,
  eventRules,
  flowLogs,
  gateways,
  globalWebAcls,
  healthChecks,
  httpApis,
  iam,
  imageRepositories,
  images,
  instances,
  keyPairs,
  kmsKeys,
  lambdaFunctions,
  launchTemplates,
  listeners,
  loadBalancers,
  logDeliveries,
  logGroups,
  networkAcls,
  networkInterfaces,
  parameters,
  regionalWebAcls,
  queues,
  route53,
  routeTables,
  scaling,
  secrets,
  securityGroups,
  shieldProtections,
  subnets,
  tables,
  targetGroups,
  topics,
  trails,
  userPools,
  volumes,
  vpcEndpoints,
  vpcs,
];

/** What is asked in every region. */
export const regionalReaders = readers.filter(({ global }) => !global);

/** What is asked once. */
export const globalReaders = readers.filter(({ global }) => global);
