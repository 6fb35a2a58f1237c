import type { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { ITerraformDependable } from "cdktf";
import type { BoundedHome } from "../../core/home";
import type { ServiceRole } from "../service-role/service-role";

/** What a tier runs. */
export interface Service {
  readonly home: BoundedHome;
  /** Last part of the names of the role and of what serves. */
  readonly name: string;
  /** Security group of what serves. */
  readonly groupId: string;
  readonly targetGroupArn: string;
  /** What makes the target group one of a load balancer: ECS refuses it before, and nobody asks its targets. */
  readonly listener: ITerraformDependable;
  /** Where it is asked for its health beside the path of its targets. */
  readonly healthPaths: string[];
  /** What the workload is told. */
  readonly environment: Readonly<Record<string, string>>;
  /** What the workload may do beyond what every one may. */
  readonly statements: readonly DataAwsIamPolicyDocumentStatement[];
}

/** What a service is run with, whatever it runs on. */
export interface Run<Inputs> {
  readonly inputs: Inputs;
  readonly service: Service;
  readonly home: BoundedHome;
  /** Name of what serves, and of its role. */
  readonly name: string;
  readonly role: ServiceRole;
  readonly log: CloudwatchLogGroup;
}

/** What a tier learns of what it runs. */
export interface Running {
  readonly serviceName: string;
  readonly roleArn: string;
  readonly logGroupName: string;
  /** What customers may be led to once it stands. */
  readonly serving: ITerraformDependable;
}
