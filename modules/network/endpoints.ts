import {
  DataAwsIamPolicyDocument,
  type DataAwsIamPolicyDocumentStatement,
} from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import type { Construct } from "constructs";
import type { Home } from "../core/home";
import type { AccessGroups } from "./access";
import type { RoutedZone } from "./routes";

interface EndpointInputs {
  readonly namePrefix: string;
  readonly interfaceEndpoints: readonly string[];
  readonly interfaceEndpointZones: "every" | "one";
}

interface EndpointPlaces {
  readonly vpc: Vpc;
  readonly zones: readonly RoutedZone[];
  readonly groups: AccessGroups;
  readonly home: Home;
}

/** The endpoints: S3 by itself, because rules name its addresses. */
export interface Endpoints {
  readonly s3: VpcEndpoint;
  readonly all: readonly VpcEndpoint[];
}

/**
 * The ways to AWS services inside the VPC, for principals of this account only: no other account's keys work here.
 *
 * Through S3, two things are read without such a principal: packages of Amazon Linux, and layers of images in ECR, which
 * signs its links itself. https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html
 */
export function endpoints(
  scope: Construct,
  { namePrefix, interfaceEndpoints, interfaceEndpointZones }: EndpointInputs,
  { vpc, zones, groups, home }: EndpointPlaces,
): Endpoints {
  const { account, region, partition } = home;
  const inhabited = interfaceEndpointZones === "every" ? zones : zones.slice(0, 1);

  const ownAccount: DataAwsIamPolicyDocumentStatement = {
    sid: "OwnAccount",
    principals: [{ type: "*", identifiers: ["*"] }],
    actions: ["*"],
    resources: ["*"],
    condition: [{ test: "StringEquals", variable: "aws:PrincipalAccount", values: [account] }],
  };
  const softwareOfAws: DataAwsIamPolicyDocumentStatement = {
    sid: "PackagesAndImageLayers",
    principals: [{ type: "*", identifiers: ["*"] }],
    actions: ["s3:GetObject"],
    resources: [`al2023-repos-${region}-de612dc2`, `prod-${region}-starport-layer-bucket`].map(
      (bucket) => `arn:${partition}:s3:::${bucket}/*`,
    ),
  };
  const policy = (role: string, statement: DataAwsIamPolicyDocumentStatement[]) =>
    new DataAwsIamPolicyDocument(scope, role, { statement }).json;
  const ownAccountOnly = policy("own-account", [ownAccount]);

  const common = (service: string) => ({
    vpcId: vpc.id,
    serviceName: `com.amazonaws.${region}.${service}`,
    tags: { Name: `${namePrefix}-${service}` },
  });
  const gateway = (service: string, allowed: string) =>
    new VpcEndpoint(scope, service, {
      ...common(service),
      vpcEndpointType: "Gateway",
      routeTableIds: zones.map(({ tables }) => tables.app.id),
      policy: allowed,
    });
  const inside = (service: string) =>
    new VpcEndpoint(scope, service.replaceAll(".", "-"), {
      ...common(service),
      vpcEndpointType: "Interface",
      subnetIds: inhabited.map(({ app }) => app.id),
      securityGroupIds: [groups.endpoints.id],
      privateDnsEnabled: true,
      policy: ownAccountOnly,
    });

  const s3 = gateway("s3", policy("own-account-and-software", [ownAccount, softwareOfAws]));
  return { s3, all: [s3, gateway("dynamodb", ownAccountOnly), ...interfaceEndpoints.map(inside)] };
}
