import { recordKey } from "../../tools/gate/changed-records";
import type { Thing } from "../../tools/gate/things";
import type { Item } from "../inventory/item";
import { describeLeftover } from "../sweep/sweep";

/** Types whose id is a name that other services' things may have as well, and the service that knows it. */
const named: Readonly<Record<string, string>> = {
  aws_apigatewayv2_domain_name: "apigateway",
  aws_cloudwatch_log_resource_policy: "logs",
  aws_config_configuration_recorder: "config",
  aws_config_delivery_channel: "config",
  aws_key_pair: "ec2",
  aws_ssm_parameter: "ssm",
};

/** An item of a region, or of "global", as calls name it. */
export function thingOf(region: string, item: Item): Thing {
  const { type, id, name, handles = [] } = item;
  const shown = `${describeLeftover(region, item)}, was there before the run`;
  const arn = [id, ...handles].find((one) => one.startsWith("arn:"));
  if (type === "aws_s3_bucket") return { shown, ids: [], names: { service: "s3", values: [id] } };
  if (type === "aws_route53_record") {
    const [zone = "", record = "", ...rest] = id.split(" ");
    return { shown, ids: [`${zone} ${recordKey(record, ...rest)}`] };
  }
  // A scalable target is known by what it scales.
  if (type === "aws_appautoscaling_target")
    return { shown, ids: [], names: { service: "application-autoscaling", region, values: [name ?? ""] } };
  const service = named[type];
  if (service) return { shown, ids: handles, names: { service, region, values: [id, ...(name ? [name] : [])] } };
  // What a region has one of has the region for an id, and is named by no call.
  const ids = [id, ...handles].filter((one) => one !== region);
  return { shown, ids, ...(arn ? { names: namesIn(arn, item) } : {}) };
}

/** What the service of an ARN knows it by: its last part, with and without the type, and its name. */
function namesIn(arn: string, { name }: Item): NonNullable<Thing["names"]> {
  const [, , service = "", region = "", , ...rest] = arn.split(":");
  const resource = rest.join(":");
  const untyped = resource.replace(/^[^:/]*[:/]/, "");
  // A service of ECS is known within its cluster only, which every call names.
  const values = [resource, untyped, ...(name && service !== "ecs" ? [name] : [])];
  return { service: signing[service] ?? service, ...(region ? { region } : {}), values };
}

/** Services that sign by another name than their ARNs have. */
const signing: Readonly<Record<string, string>> = { cloudwatch: "monitoring" };
