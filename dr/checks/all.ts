import type { Check } from "../check";
import { agreeAddressByAddress } from "./agree-address-by-address";
import { agreeWithTheSource } from "./agree-with-the-source";
import { answerHealthChecks } from "./answer-health-checks";
import { archiveEveryLog } from "./archive-every-log";
import { copyBackupsElsewhere } from "./copy-backups-elsewhere";
import { doWithoutTheLostRegion } from "./do-without-the-lost-region";
import { encryptTheDatabase } from "./encrypt-the-database";
import { findEveryImage } from "./find-every-image";
import { forwardOnlyCloudfront } from "./forward-only-cloudfront";
import { holdNothingOfTheLostRegion } from "./hold-nothing-of-the-lost-region";
import { keepSecretsOutOfLogs } from "./keep-secrets-out-of-logs";
import { keepTheDatabasePrivate } from "./keep-the-database-private";
import { keepThePublicOut } from "./keep-the-public-out";
import { leaveTheEdgeAlone } from "./leave-the-edge-alone";
import { listenForTheShop } from "./listen-for-the-shop";
import { notifyWhoIsOnCall } from "./notify-who-is-on-call";
import { planNothingMore } from "./plan-nothing-more";
import { prepareTheDatabase } from "./prepare-the-database";
import { presentIssuedCertificates } from "./present-issued-certificates";
import { resolveNamesToTheLoadBalancers } from "./resolve-names-to-the-load-balancers";
import { restoreFromTheSnapshot } from "./restore-from-the-snapshot";
import { routeCustomersToTheRegion } from "./route-customers-to-the-region";
import { runTheDatabase } from "./run-the-database";
import { serveFromEveryZone } from "./serve-from-every-zone";
import { spreadTheDatabase } from "./spread-the-database";
import type { RecoveredRegion } from "./view";

/** What verify asks: is it what git says and what was lost, does it serve, is the data there, can nobody else get at it, does it stand alone. */
export const checks: readonly Check<RecoveredRegion>[] = [
  planNothingMore,
  leaveTheEdgeAlone,
  agreeWithTheSource,
  agreeAddressByAddress,
  serveFromEveryZone,
  findEveryImage,
  answerHealthChecks,
  listenForTheShop,
  forwardOnlyCloudfront,
  presentIssuedCertificates,
  resolveNamesToTheLoadBalancers,
  routeCustomersToTheRegion,
  runTheDatabase,
  restoreFromTheSnapshot,
  prepareTheDatabase,
  spreadTheDatabase,
  encryptTheDatabase,
  copyBackupsElsewhere,
  keepTheDatabasePrivate,
  keepThePublicOut,
  keepSecretsOutOfLogs,
  notifyWhoIsOnCall,
  archiveEveryLog,
  doWithoutTheLostRegion,
  holdNothingOfTheLostRegion,
];
