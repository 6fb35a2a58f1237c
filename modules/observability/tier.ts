import { Construct } from "constructs";
import { alarm } from "../blocks/alerts/alarm";
import type { Inputs, Outputs } from "../core/contract";
import { homeOf } from "../core/home";
import { zoneLetters } from "../core/zones";
import { computeAlarms } from "./alarms/compute";
import { connectionAlarms } from "./alarms/connections";
import { databaseAlarms } from "./alarms/database";
import { logAlarms } from "./alarms/logs";
import { networkAlarms } from "./alarms/network";
import { targetAlarms } from "./alarms/targets";
import { webAlarms } from "./alarms/web";
import { observabilityContract } from "./contract";
import { dashboard } from "./dashboard";
import { loadBalancer, targetGroup } from "./dimensions";
import { regionHealth } from "./health";
import { sections } from "./sections";
import { archiveEveryLog } from "./subscriptions";

type C = typeof observabilityContract;

/**
 * The observability tier: alarms for what each tier of the region must do, sent to the alert topic.
 *
 * `region-health` is in alarm when customers are affected; the dashboard shows the alarms, then the metrics in the order in
 * which a request passes the tiers. The description of every alarm says what is wrong and where to look first.
 *
 * Every log group of the region has a subscription to the archive.
 *
 * *Cost*: alarms by the month and metric, a dashboard.
 */
export class ObservabilityTier extends Construct implements Outputs<C> {
  static readonly contract = observabilityContract;
  readonly healthAlarmArn: string;
  readonly dashboardName: string;

  constructor(scope: Construct, id: string, inputs: Inputs<C>) {
    super(scope, id);
    const { namePrefix, alertTopicArn, zoneNames, natGatewayIds } = inputs;
    const zones = zoneLetters.filter((letter) => inputs.zones.includes(letter));
    const webLoadBalancer = loadBalancer(inputs.webLoadBalancerArn);

    const web = [
      ...webAlarms({ ...inputs, loadBalancer: webLoadBalancer }),
      ...(inputs.webCompute === "lambda" ? [] : targets("web", "AWS/ApplicationELB", inputs)),
      ...computeAlarms[inputs.webCompute]({ ...inputs, tier: "web", serviceName: inputs.webServiceName }),
    ];
    const api = [
      ...(inputs.apiCompute === "lambda"
        ? []
        : [
            ...targets("api", "AWS/NetworkELB", inputs),
            ...connectionAlarms({ ...inputs, loadBalancer: loadBalancer(inputs.apiLoadBalancerArn) }),
          ]),
      ...computeAlarms[inputs.apiCompute]({ ...inputs, tier: "api", serviceName: inputs.apiServiceName }),
    ];
    const database = databaseAlarms[inputs.databaseEngine]({ ...inputs, identifier: inputs.databaseIdentifier });
    const network = networkAlarms({
      zones: inputs.natGateways === "zone" ? zones : zones.slice(0, 1),
      natGatewayIds,
    });

    const logs = logAlarms(inputs);

    const all = [...web, ...api, ...database, ...network, ...logs].map((watched) => ({
      watched,
      made: alarm(this, watched.id, { ...watched, name: `${namePrefix}-${watched.id}`, topicArn: alertTopicArn }),
    }));
    const suffering = all.filter(({ watched }) => watched.customersSuffer).map(({ made }) => made);
    const health = regionHealth(this, { namePrefix, topicArn: alertTopicArn, alarms: suffering });
    const shown = dashboard(this, {
      name: `${namePrefix}-region`,
      region: homeOf(this).region,
      alarmArns: [health.arn, ...all.map(({ made }) => made.arn)],
      sections: sections({ webLoadBalancer, web, api, database, network, logs }),
    });

    archiveEveryLog(this, inputs);

    this.healthAlarmArn = health.arn;
    this.dashboardName = shown.dashboardName;

    function targets(tier: "web" | "api", namespace: "AWS/ApplicationELB" | "AWS/NetworkELB", given: Inputs<C>) {
      return targetAlarms({
        tier,
        namespace,
        loadBalancer: loadBalancer(tier === "web" ? given.webLoadBalancerArn : given.apiLoadBalancerArn),
        targetGroup: targetGroup(tier === "web" ? given.webTargetGroupArn : given.apiTargetGroupArn),
        zones,
        zoneNames,
        maxZoneDifference: given.maxZoneDifference,
      });
    }
  }
}
