import { Fn, TerraformLocal } from "cdktf";
import type { Construct } from "constructs";
import { registry } from "../compute/container-image";
import type { Ec2Inputs } from "../compute/contract";
import type { Run } from "../compute/service";
import type { CloudConfig } from "./user-data/cloud-config";
import { container } from "./user-data/container";
import { environmentFile } from "./user-data/environment";
import { page } from "./user-data/page";

/**
 * What an instance does at its first start: cloud-init's configuration, in base64.
 *
 * A local holds the text, where late values are filled in: cdktf writes no valid function call for text with quotes.
 */
export function userData(scope: Construct, run: Run<Ec2Inputs>): string {
  const { service, home, log } = run;
  const { write_files = [], ...rest } = workload(run);
  const environment = environmentFile({
    SERVICE: service.name,
    AWS_REGION: home.region,
    LOG_GROUP: log.name,
    ...service.environment,
  });
  const config: CloudConfig = { write_files: [environment, ...write_files], ...rest };
  const text = new TerraformLocal(scope, "user-data", `#cloud-config\n${JSON.stringify(config, null, 2)}\n`);
  return Fn.base64encode(text.asString);
}

function workload({ inputs, service, home, log }: Run<Ec2Inputs>): CloudConfig {
  switch (inputs.workload) {
    case "page":
      return page(log.name, Fn.join(" ", Fn.distinct(Fn.concat([[inputs.livenessPath], service.healthPaths]))));
    case "container":
      return container(`${registry(home)}/${inputs.containerImage}`, home.region, log.name);
    case "ami":
      return {}; // the image knows what to start; it finds the settings in the environment file
  }
}
