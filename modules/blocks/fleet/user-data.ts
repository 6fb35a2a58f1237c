import { Fn, TerraformLocal } from "cdktf";
import type { Construct } from "constructs";
import type { Home } from "../../core/home";
import { registry } from "../compute/container-image";
import type { Ec2Inputs } from "../compute/contract";
import type { Service } from "../compute/service";
import type { CloudConfig } from "./user-data/cloud-config";
import { container } from "./user-data/container";
import { environmentFile } from "./user-data/environment";
import { page } from "./user-data/page";

/**
 * What an instance does at its first start: cloud-init's configuration, in base64.
 *
 * A local holds the text, where late values are filled in: cdktf writes no valid function call for text with quotes.
 */
export function userData(scope: Construct, inputs: Ec2Inputs, service: Service, place: Home, logGroup: string): string {
  const { write_files = [], ...rest } = workload(inputs, place, logGroup);
  const environment = environmentFile({
    SERVICE: service.name,
    AWS_REGION: place.region,
    LOG_GROUP: logGroup,
    ...service.environment,
  });
  const config: CloudConfig = { write_files: [environment, ...write_files], ...rest };
  const text = new TerraformLocal(scope, "user-data", `#cloud-config\n${JSON.stringify(config, null, 2)}\n`);
  return Fn.base64encode(text.asString);
}

function workload(inputs: Ec2Inputs, place: Home, logGroup: string): CloudConfig {
  switch (inputs.workload) {
    case "page":
      return page(logGroup);
    case "container":
      return container(`${registry(place)}/${inputs.containerImage}`, place.region, logGroup);
    case "ami":
      return {}; // the image knows what to start; it finds the settings in the environment file
  }
}
