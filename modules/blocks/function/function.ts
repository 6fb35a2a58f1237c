import { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import { LambdaPermission } from "@cdktf/provider-aws/lib/lambda-permission";
import { LbTargetGroupAttachment } from "@cdktf/provider-aws/lib/lb-target-group-attachment";
import { Construct } from "constructs";
import { number } from "../../core/late";
import { beside } from "../compute/beside";
import { registry } from "../compute/container-image";
import type { LambdaInputs } from "../compute/contract";
import type { Run, Running } from "../compute/service";

/**
 * One service as a function behind the load balancer, in the VPC's app subnets.
 *
 * Only the load balancer's target group may call it. Its settings are encrypted with our key, and it may do no more than
 * the service says. So many requests at a time as are reserved for it are kept free in the account.
 */
export class ShopFunction extends Construct implements Running {
  readonly serviceName: string;
  readonly roleArn: string;
  readonly logGroupName: string;
  readonly serving: LbTargetGroupAttachment;

  constructor(scope: Construct, id: string, { inputs, service, home, name, role, log }: Run<LambdaInputs>) {
    super(scope, id);

    const code = new LambdaFunction(this, "code", {
      functionName: name,
      role: role.arn,
      packageType: "Image",
      imageUri: `${registry(home)}/${inputs.containerImage}`,
      architectures: ["arm64"],
      memorySize: number(inputs.memoryMib),
      timeout: number(inputs.timeoutSeconds),
      reservedConcurrentExecutions: number(inputs.reservedConcurrency),
      vpcConfig: { subnetIds: inputs.appSubnetIds, securityGroupIds: [service.groupId] },
      environment: { variables: { SERVICE: service.name, ...service.environment } },
      kmsKeyArn: inputs.volumesKeyArn,
      loggingConfig: { logFormat: "JSON", logGroup: log.name },
      tracingConfig: { mode: inputs.tracing ? "Active" : "PassThrough" },
    });

    const permission = new LambdaPermission(this, "call", {
      functionName: code.functionName,
      action: "lambda:InvokeFunction",
      principal: "elasticloadbalancing.amazonaws.com",
      sourceArn: service.targetGroupArn,
    });
    this.serving = new LbTargetGroupAttachment(this, "target", {
      targetGroupArn: service.targetGroupArn,
      targetId: code.arn,
      dependsOn: [permission],
      lifecycle: beside,
    });

    this.serviceName = code.functionName;
    this.roleArn = role.arn;
    this.logGroupName = log.name;
  }
}
