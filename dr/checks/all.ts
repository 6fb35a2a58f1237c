import type { Check } from "../check";
import { admitWhatCloudfrontSends } from "./admit-what-cloudfront-sends";
import { agreeAddressByAddress } from "./agree-address-by-address";
import { agreeWithTheSource } from "./agree-with-the-source";
import { answerHealthChecks } from "./answer-health-checks";
import { archiveEveryLog } from "./archive-every-log";
import { copyBackupsElsewhere } from "./copy-backups-elsewhere";
import { doWithoutTheLostRegion } from "./do-without-the-lost-region";
import { encryptTheDatabase } from "./encrypt-the-database";
import { findEveryImage } from "./find-every-image";
import { hideTheDatabase } from "./hide-the-database";
import { holdNothingOfTheLostRegion } from "./hold-nothing-of-the-lost-region";
import { keepThePublicOut } from "./keep-the-public-out";
import { leadCustomersToTheRegion } from "./lead-customers-to-the-region";
import { leadNamesToTheLoadBalancers } from "./lead-names-to-the-load-balancers";
import { leaveTheEdgeAlone } from "./leave-the-edge-alone";
import { listenForTheShop } from "./listen-for-the-shop";
import { planNothingMore } from "./plan-nothing-more";
import { presentIssuedCertificates } from "./present-issued-certificates";
import { restoreFromTheSnapshot } from "./restore-from-the-snapshot";
import { runTheDatabase } from "./run-the-database";
import { serveFromEveryZone } from "./serve-from-every-zone";
import { spreadTheDatabase } from "./spread-the-database";
import { tellWhoIsOnCall } from "./tell-who-is-on-call";
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
  admitWhatCloudfrontSends,
  presentIssuedCertificates,
  leadNamesToTheLoadBalancers,
  leadCustomersToTheRegion,
  runTheDatabase,
  restoreFromTheSnapshot,
  spreadTheDatabase,
  encryptTheDatabase,
  copyBackupsElsewhere,
  hideTheDatabase,
  keepThePublicOut,
  tellWhoIsOnCall,
  archiveEveryLog,
  doWithoutTheLostRegion,
  holdNothingOfTheLostRegion,
];
