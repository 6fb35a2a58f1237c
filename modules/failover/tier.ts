import { Construct } from "constructs";
import { alarm } from "../blocks/alerts/alarm";
import type { Inputs, Outputs } from "../core/contract";
import { boundedHomeOf } from "../core/home";
import { failoverContract } from "./contract";
import { page } from "./page";
import { copyStates } from "./state-copy";
import { type Switch, switchAlarmName, switches, switchNamespace } from "./switches/contract";

type C = typeof failoverContract;

/**
 * The failover tier: the switches that people set when a region is lost, apart from every region that can be.
 *
 * A switch is the last value of a metric; `./shop fence` and `./shop open` send one, and need nothing else of AWS to do so.
 * Route 53 reads the metric by its alarm, keeps the last status that it knows, and leads customers by it: see edge.
 * An alarm that rings tells that somebody has set a switch, and goes on until it is set back.
 * While no region is open to customers, CloudFront shows them the page in its bucket.
 * S3 copies the states of this region into another one, where roots can use them while this one is out, and
 * alarms tell when it could not.
 *
 * *Cost*: two alarms for a live region with a standby, a metric for each hour of a switch; copies: 8 metrics and 2 alarms.
 */
export class FailoverTier extends Construct implements Outputs<C> {
  static readonly contract = failoverContract;
  readonly switchAlarmNames: string[];

  constructor(scope: Construct, id: string, inputs: Inputs<C>) {
    super(scope, id);
    const home = boundedHomeOf(this, inputs);
    page(this, home, inputs);
    if (inputs.copiesStatesTo !== null) copyStates(this, home, { ...inputs, to: inputs.copiesStatesTo });
    const set = (which: Switch, region: string): string =>
      alarm(this, `${which}-${region}`, {
        name: switchAlarmName(which, region),
        description: `${region} ${switches[which].on}: its ${which} is set`,
        metrics: {
          value: {
            namespace: switchNamespace,
            name: switches[which].metric,
            dimensions: { Region: region },
            stat: switches[which].stat,
          },
        },
        atLeast: 1,
        evaluationPeriods: 1,
        treatMissingData: "ignore",
        topicArn: inputs.findingsTopicArn,
      }).alarmName;
    this.switchAlarmNames = [
      ...inputs.liveRegions.map((region) => set("fence", region)),
      ...inputs.standbyRegions.map((region) => set("opening", region)),
    ];
  }
}
