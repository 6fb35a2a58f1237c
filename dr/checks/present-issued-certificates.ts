import { type CertificateDetail, DescribeCertificateCommand } from "@aws-sdk/client-acm";
import { type Listener, paginateDescribeListenerCertificates } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Aws } from "../aws";
import type { Check } from "../check";
import { evidence } from "../controls";
import { findBalancers, listenersOf, missing } from "../lookup/load-balancers";
import { hostName } from "../lookup/names";
import { everyItem } from "../lookup/pages";
import type { RecoveredRegion } from "./view";

/** Each listener that encrypts has a certificate that is issued, in force, and for the name that the shop is called by. */
export const presentIssuedCertificates: Check<RecoveredRegion> = {
  id: "present-issued-certificates",
  title: "The certificates are issued, valid and for the right names",
  question: "reachable",
  controls: evidence.recovery,
  async ask({ aws, namePrefix, domain }) {
    const problems: string[] = [];
    let count = 0;
    for (const balancer of await findBalancers(aws, namePrefix)) {
      if (!balancer.found) {
        problems.push(missing(balancer, aws));
        continue;
      }
      const name = hostName(balancer.service, aws.region, domain);
      const listeners = (await listenersOf(aws, balancer.found)).filter(({ Protocol = "" }) =>
        /HTTPS|TLS/.test(Protocol),
      );
      if (listeners.length === 0) problems.push(`${balancer.name} has no listener with a certificate for ${name}`);
      for (const listener of listeners) {
        const certificates = await certificatesOf(aws, listener);
        count += certificates.length;
        problems.push(...certificates.flatMap(certificateProblems));
        if (!certificates.some((certificate) => covers(certificate, name)))
          problems.push(`${balancer.name} has no certificate for ${name} on ${listener.Port}: ${names(certificates)}`);
      }
    }
    return { seen: `${count} certificates`, problems };
  },
};

async function certificatesOf({ elb, acm }: Aws, { ListenerArn }: Listener): Promise<CertificateDetail[]> {
  const listed = await everyItem(
    paginateDescribeListenerCertificates({ client: elb }, { ListenerArn }),
    (page) => page.Certificates,
  );
  const arns = [...new Set(listed.flatMap(({ CertificateArn }) => CertificateArn ?? []))];
  const answers = await Promise.all(
    arns.map((CertificateArn) => acm.send(new DescribeCertificateCommand({ CertificateArn }))),
  );
  return answers.flatMap(({ Certificate }) => Certificate ?? []);
}

function certificateProblems({ CertificateArn, Status, NotAfter }: CertificateDetail): string[] {
  return [
    ...(Status === "ISSUED" ? [] : [`certificate ${CertificateArn} is ${Status}, not ISSUED`]),
    ...(Status === "ISSUED" && NotAfter === undefined ? [`certificate ${CertificateArn} has no end`] : []),
    ...(NotAfter !== undefined && NotAfter.getTime() <= Date.now()
      ? [`certificate ${CertificateArn} has expired (${NotAfter.toISOString()})`]
      : []),
  ];
}

const namesOf = ({ DomainName, SubjectAlternativeNames = [] }: CertificateDetail) => [
  ...new Set([...(DomainName === undefined ? [] : [DomainName]), ...SubjectAlternativeNames]),
];

const names = (certificates: readonly CertificateDetail[]) =>
  certificates.length === 0 ? "there is none" : `those there are for ${certificates.flatMap(namesOf).join(", ")}`;

/** A wildcard stands for one label. */
const covers = (certificate: CertificateDetail, host: string) =>
  namesOf(certificate).some((name) => name === host || name === host.replace(/^[^.]+/, "*"));
