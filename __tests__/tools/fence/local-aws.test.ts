import { CloudWatchClient, PutMetricAlarmCommand } from "@aws-sdk/client-cloudwatch";
import {
  ChangeResourceRecordSetsCommand,
  CreateHealthCheckCommand,
  CreateHostedZoneCommand,
  Route53Client,
} from "@aws-sdk/client-route-53";
import { switchAlarmName, switchNamespace } from "../../../modules/failover/switches/contract";
import { nameServer } from "../../../tools/fence/name-servers";
import { sendSwitch } from "../../../tools/fence/send-switch";
import { setSwitch, toldBy } from "../../../tools/fence/set-switch";
import type { GatedAws } from "../../../tools/gate/gated-aws";
import { need } from "../../dr/support/need";
import { emptyLocalAws } from "../../support/local-aws";

let local: GatedAws;
beforeAll(async () => {
  local = await emptyLocalAws();
});
afterAll(() => local.stop());

it("sets a switch that the name server of the local AWS tells, and whose last status stays", async () => {
  const settings = {
    endpoint: local.endpoint,
    credentials: { accessKeyId: "testing", secretAccessKey: "testing" },
    region: "eu-north-1",
  };
  const [cloudwatch, route53] = [new CloudWatchClient(settings), new Route53Client(settings)];
  const Dimensions = [{ Name: "Region", Value: "eu-west-1" }];
  const Name = switchAlarmName("fence", "eu-west-1");
  await cloudwatch.send(
    new PutMetricAlarmCommand({
      ...{ AlarmName: Name, Namespace: switchNamespace, MetricName: "Fenced", Dimensions, Statistic: "Maximum" },
      ...{ Period: 60, EvaluationPeriods: 1, Threshold: 1, ComparisonOperator: "GreaterThanOrEqualToThreshold" },
    }),
  );
  const { HealthCheck } = await route53.send(
    new CreateHealthCheckCommand({
      CallerReference: "fence",
      HealthCheckConfig: {
        Type: "CLOUDWATCH_METRIC",
        AlarmIdentifier: { Region: "eu-north-1", Name },
        InsufficientDataHealthStatus: "LastKnownStatus",
      },
    }),
  );
  const { HostedZone } = await route53.send(
    new CreateHostedZoneCommand({ Name: "shop.test", CallerReference: "zone" }),
  );
  const record = (Failover: "PRIMARY" | "SECONDARY", text: string, HealthCheckId?: string) => ({
    Action: "CREATE" as const,
    ResourceRecordSet: {
      ...{ Name: "fence.eu-west-1.origin.shop.test", Type: "TXT" as const, TTL: 60, SetIdentifier: text, Failover },
      ResourceRecords: [{ Value: `"${text}"` }],
      ...(HealthCheckId ? { HealthCheckId } : {}),
    },
  });
  const Changes = [record("PRIMARY", "not set", need(HealthCheck?.Id)), record("SECONDARY", "set")];
  await route53.send(
    new ChangeResourceRecordSetsCommand({ HostedZoneId: need(HostedZone?.Id), ChangeBatch: { Changes } }),
  );

  const servers = [nameServer(need(local.nameServer))];
  const wanted = { which: "fence", region: "eu-west-1", on: true, domain: "shop.test" } as const;
  expect(await toldBy(servers, wanted)).toEqual(["not set"]);
  const minutes = (number: number) => [new Date(Date.now() + number * 60_000)];
  const send = (value: number, at = minutes(-1)) =>
    sendSwitch(cloudwatch, { which: "fence", region: "eu-west-1", on: value === 1, at });
  const { signal } = new AbortController();
  expect(await setSwitch(wanted, { servers, send, signal, say: () => {} })).toBe(true);
  await local.switchOff("eu-north-1");
  expect(await toldBy(servers, wanted)).toEqual(["set"]);
  await local.switchOn("eu-north-1");
  await send(0, minutes(2));
  expect(await toldBy(servers, wanted)).toEqual(["set"]);
  await send(0, minutes(0));
  expect(await toldBy(servers, wanted)).toEqual(["not set"]);
});
