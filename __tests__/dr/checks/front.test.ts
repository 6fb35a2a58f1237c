import { setTimeout as sleep } from "node:timers/promises";
import { ImportCertificateCommand } from "@aws-sdk/client-acm";
import {
  AuthorizeSecurityGroupIngressCommand,
  DescribeImagesCommand,
  type IpPermission,
  RevokeSecurityGroupIngressCommand,
  RunInstancesCommand,
  TerminateInstancesCommand,
} from "@aws-sdk/client-ec2";
import {
  DeleteListenerCommand,
  ModifyListenerCommand,
  type ModifyListenerCommandInput,
  type RuleCondition,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { ChangeResourceRecordSetsCommand } from "@aws-sdk/client-route-53";
import { DeletePublicAccessBlockCommand, PutBucketAclCommand, PutBucketPolicyCommand } from "@aws-sdk/client-s3";
import { ask } from "../../../dr/check";
import { forwardOnlyCloudfront } from "../../../dr/checks/forward-only-cloudfront";
import { keepThePublicOut } from "../../../dr/checks/keep-the-public-out";
import { listenForTheShop } from "../../../dr/checks/listen-for-the-shop";
import { presentIssuedCertificates } from "../../../dr/checks/present-issued-certificates";
import { resolveNamesToTheLoadBalancers } from "../../../dr/checks/resolve-names-to-the-load-balancers";
import type { RecoveredRegion } from "../../../dr/checks/view";
import { originHeader } from "../../../modules/dns/contract";
import type { GatedAws } from "../../../tools/gate/gated-aws";
import { emptyLocalAws } from "../../support/local-aws";
import { certificateFor } from "../support/certificate";
import { addRule, originSecret, pointTo, requestCertificate } from "../support/healthy-front";
import { tcp, world } from "../support/healthy-network";
import { healthyRegion } from "../support/healthy-region";
import { need } from "../support/need";

let local: GatedAws;
beforeAll(async () => {
  local = await emptyLocalAws();
});
afterAll(() => local.stop());

const failed = (...problems: unknown[]) => ({ status: "failed", problems });
const region = async (prefix: string) => {
  const made = await healthyRegion(local, prefix, { fleets: false, database: false });
  return { ...made, web: need(made.web), api: need(made.api) };
};
const changeListener = ({ aws }: RecoveredRegion, input: ModifyListenerCommandInput) =>
  aws.elb.send(new ModifyListenerCommand(input));

it("fails when HTTP is answered without redirect, with an old policy, or a listener is missing", async () => {
  const { view, httpListener, httpsListener, tlsListener, webTargets } = await region("ears");
  const seen = "ears-api: active, TLS 443; ears-web: active, HTTP 80, HTTPS 443";
  expect(await ask(listenForTheShop, view)).toMatchObject({ status: "passed", seen });

  const forward = [{ Type: "forward", TargetGroupArn: webTargets } as const];
  await changeListener(view, { ListenerArn: httpListener, DefaultActions: forward });
  const plain = "ears-web listens unencrypted on HTTP 80 and does not redirect to HTTPS";
  expect(await ask(listenForTheShop, view)).toMatchObject(failed(plain));

  await changeListener(view, { ListenerArn: httpsListener, SslPolicy: "ELBSecurityPolicy-2016-08" });
  const policy = "ears-web has policy ELBSecurityPolicy-2016-08 on 443: not TLS 1.3 with nothing older than TLS 1.2";
  expect(await ask(listenForTheShop, view)).toMatchObject(failed(plain, policy));

  await view.aws.elb.send(new DeleteListenerCommand({ ListenerArn: httpListener }));
  const nothing = "ears-web has no listener on 80 that redirects to HTTPS";
  expect(await ask(listenForTheShop, view)).toMatchObject(failed(nothing, policy));

  await view.aws.elb.send(new DeleteListenerCommand({ ListenerArn: tlsListener }));
  const closed = "ears-api has no TLS listener on 443";
  expect(await ask(listenForTheShop, view)).toMatchObject(failed(closed, nothing, policy));

  const zones = [...view.zones, "eu-central-1d"];
  const { problems } = await ask(listenForTheShop, { ...view, zones });
  expect(problems).toEqual(
    expect.arrayContaining(["ears-api is not in eu-central-1d", "ears-web is not in eu-central-1d"]),
  );
});

it("fails when an origin secret opens nothing, when anything else does, or when the rest is not refused", async () => {
  const { view, httpsListener, webTargets } = await region("gate");
  const seen = "2 origin secrets, 2 rules";
  expect(await ask(forwardOnlyCloudfront, view)).toMatchObject({ status: "passed", seen });

  const unheard = "gate-web does not forward health checks of /readyz";
  const asking = { ...view, healthPaths: [...view.healthPaths, "/readyz"] };
  expect(await ask(forwardOnlyCloudfront, asking)).toMatchObject(failed(unheard));

  const value = await originSecret(view.aws, "gate-origin-green-2");
  const three = "eu-central-1 has 3 origin secrets (gate-origin-…), not 2";
  const closed = "gate-web does not forward what carries gate-origin-green-2";
  expect(await ask(forwardOnlyCloudfront, view)).toMatchObject(failed(three, closed));

  const header = (...Values: string[]) => ({
    Field: "http-header",
    HttpHeaderConfig: { HttpHeaderName: originHeader, Values },
  });
  const open = (Priority: number, condition: RuleCondition) =>
    addRule(view.aws, need(httpsListener), need(webTargets), Priority, condition);
  await open(30, header(value, "guessed"));
  await open(40, { Field: "path-pattern", PathPatternConfig: { Values: ["/admin"] } });
  await open(50, { Field: "host-header", HostHeaderConfig: { Values: [view.domain] } });
  const openings = [
    `gate-web forwards requests with 1 values of ${originHeader} that are no origin secret`,
    "gate-web forwards /admin from anyone",
    "gate-web forwards by rule 50 what does not come from CloudFront",
  ];
  expect(await ask(forwardOnlyCloudfront, view)).toMatchObject(failed(three, ...openings));

  const forward = [{ Type: "forward", TargetGroupArn: webTargets } as const];
  await changeListener(view, { ListenerArn: httpsListener, DefaultActions: forward });
  const anyone = "gate-web does not refuse what no rule admits";
  expect(await ask(forwardOnlyCloudfront, view)).toMatchObject(failed(three, anyone, ...openings));
});

/** Uses a certificate of a few seconds, or of more where the machine is too busy to import that one in time. */
async function usedUntilItExpires<T>(use: (until: Date) => Promise<T>): Promise<T> {
  for (const seconds of [3, 10, 30]) {
    const until = new Date(Date.now() + seconds * 1000);
    const used = await use(until).catch(() => undefined);
    if (used === undefined) continue;
    await sleep(until.getTime() - Date.now() + 1100);
    return used;
  }
  throw new Error("No certificate was imported before it expired.");
}

it("fails when a certificate is pending, has expired or is for another name; a wildcard is fine", async () => {
  const { view, httpsListener, tlsListener } = await region("seal");
  const use = async (until: Date) => {
    const { certificate, key } = certificateFor(`*.internal.${view.domain}`, until);
    const { CertificateArn } = await view.aws.acm.send(
      new ImportCertificateCommand({ Certificate: Buffer.from(certificate), PrivateKey: Buffer.from(key) }),
    );
    await changeListener(view, { ListenerArn: tlsListener, Certificates: [{ CertificateArn }] });
    return CertificateArn;
  };
  await use(new Date(Date.now() + 86_400_000));
  expect(await ask(presentIssuedCertificates, view)).toMatchObject({ status: "passed", seen: "2 certificates" });

  // An expired one cannot be imported: this one expires here.
  const CertificateArn = await usedUntilItExpires(use);
  const expired = [
    `certificate ${CertificateArn} is EXPIRED, not ISSUED`,
    expect.stringContaining(`certificate ${CertificateArn} has expired (`),
  ];
  expect(await ask(presentIssuedCertificates, view)).toMatchObject(failed(...expired));

  const pending = await requestCertificate(view.aws, `elsewhere.${view.domain}`);
  await changeListener(view, { ListenerArn: httpsListener, Certificates: [{ CertificateArn: pending }] });
  const name = `origin.eu-central-1.${view.domain}`;
  expect(await ask(presentIssuedCertificates, view)).toMatchObject(
    failed(
      ...expired,
      `certificate ${pending} is PENDING_VALIDATION, not ISSUED`,
      `seal-web has no certificate for ${name} on 443: those there are for elsewhere.${view.domain}`,
    ),
  );
});

it("fails when a name points elsewhere, or nowhere, or the VPC does not see it", async () => {
  const { view, web, api, publicZone, privateZone, network } = await region("name");
  const origin = `origin.eu-central-1.${view.domain}`;
  await pointTo(view.aws, need(publicZone), origin, { ...web, dnsName: "shop-1.eu-west-1.elb.amazonaws.com" });
  const elsewhere = expect.stringMatching(
    `^${origin} \\(A\\) points to shop-1.eu-west-1.elb.amazonaws.com\\.?, not to name-web of eu-central-1`,
  );
  expect(await ask(resolveNamesToTheLoadBalancers, view)).toMatchObject(failed(elsewhere));

  const AliasTarget = { DNSName: api.dnsName, HostedZoneId: api.zoneId, EvaluateTargetHealth: true };
  const record = { Name: `api.internal.${view.domain}`, Type: "A", AliasTarget } as const;
  await view.aws.route53.send(
    new ChangeResourceRecordSetsCommand({
      HostedZoneId: privateZone,
      ChangeBatch: { Changes: [{ Action: "DELETE", ResourceRecordSet: record }] },
    }),
  );
  const nowhere = `api.internal.${view.domain} has no address record`;
  expect(await ask(resolveNamesToTheLoadBalancers, view)).toMatchObject(failed(nowhere, elsewhere));

  expect(await ask(resolveNamesToTheLoadBalancers, { ...view, domain: "elsewhere.test" })).toMatchObject(
    failed(
      `there are 0 zones, not one, for: zone internal.elsewhere.test of ${network.vpcId}`,
      "there are 0 zones, not one, for: public zone elsewhere.test",
    ),
  );
});

describe("the public", () => {
  let open: Awaited<ReturnType<typeof region>>;
  beforeAll(async () => {
    open = await region("open");
  });

  it("is let in nowhere: CloudFront and health checks only, by the entrance only", async () => {
    const { view, network } = open;
    const admit = (GroupId: string, rule: IpPermission) =>
      view.aws.ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions: [rule] }));
    await admit(network.webGroup, { ...tcp(8443), IpRanges: [{ CidrIp: "10.1.16.0/20" }] });
    expect(await ask(keepThePublicOut, view)).toMatchObject({ status: "passed" });

    await admit(network.apiGroup, world(22));
    await admit(network.entranceGroup, world(443));
    const { status, problems } = await ask(keepThePublicOut, view);
    expect(status).toBe("failed");
    expect([...problems].sort()).toEqual(
      [
        `security group ${network.apiGroup} (api) admits 0.0.0.0/0 on tcp 22`,
        `security group ${network.apiGroup} (api) admits ::/0 on tcp 22`,
        `security group ${network.entranceGroup} (entrance) admits 0.0.0.0/0 on tcp 443`,
        `security group ${network.entranceGroup} (entrance) admits ::/0 on tcp 443`,
      ].sort(),
    );
    const undo = { GroupId: network.apiGroup, IpPermissions: [world(22)] };
    await view.aws.ec2.send(new RevokeSecurityGroupIngressCommand(undo));
    const undoEntrance = { GroupId: network.entranceGroup, IpPermissions: [world(443)] };
    await view.aws.ec2.send(new RevokeSecurityGroupIngressCommand(undoEntrance));
    expect(await ask(keepThePublicOut, view)).toMatchObject({ status: "passed" });
  });

  it("finds no instance with a public address", async () => {
    const { view, network } = open;
    const { Images: [image] = [] } = await view.aws.ec2.send(new DescribeImagesCommand({ Owners: ["amazon"] }));
    const { Instances: [instance] = [] } = await view.aws.ec2.send(
      new RunInstancesCommand({
        ...{ ImageId: image?.ImageId, MinCount: 1, MaxCount: 1 },
        NetworkInterfaces: [{ DeviceIndex: 0, SubnetId: network.publicSubnets[0], AssociatePublicIpAddress: true }],
      }),
    );
    expect(await ask(keepThePublicOut, view)).toMatchObject(
      failed(expect.stringContaining(`instance ${instance?.InstanceId} has the public address `)),
    );
    await view.aws.ec2.send(new TerminateInstancesCommand({ InstanceIds: [need(instance?.InstanceId)] }));
    expect(await ask(keepThePublicOut, view)).toMatchObject({ status: "passed" });
  });

  it("reads no bucket", async () => {
    const { view } = open;
    const Bucket = "open-access-logs";
    const Statement = [
      { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: `arn:aws:s3:::${Bucket}/*` },
    ];
    const Policy = JSON.stringify({ Version: "2012-10-17", Statement });
    await view.aws.s3.send(new DeletePublicAccessBlockCommand({ Bucket }));
    const unblocked = `bucket ${Bucket} does not block public access: BlockPublicAcls, IgnorePublicAcls, BlockPublicPolicy, RestrictPublicBuckets is off`;
    expect(await ask(keepThePublicOut, view)).toMatchObject(failed(unblocked));
    await view.aws.s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
    await view.aws.s3.send(new PutBucketAclCommand({ Bucket, ACL: "public-read" }));
    expect(await ask(keepThePublicOut, view)).toMatchObject(
      failed(
        unblocked,
        `the policy of bucket ${Bucket} makes it public`,
        `the access list of bucket ${Bucket} gives READ to everyone`,
      ),
    );
  });
});
