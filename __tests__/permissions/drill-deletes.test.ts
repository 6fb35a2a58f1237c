import { readNeeded } from "../../tools/role-needs/file";
import { allows } from "./decide";
import { example } from "./example-request";
import { role } from "./roles";

const deleting =
  /:(Delete|DELETE|Deregister|Detach|Disassociate|Release|Remove|Retire|Revoke|Schedule|Terminate|Unsubscribe)/;

/**
 * What a drill may take away although IAM is told neither the tag of a run nor a name that tells: the gate looks at each,
 * and knows what was there before the run.
 */
const untold: Readonly<Record<string, string>> = {
  "acm-pca:RevokeCertificate": "It takes nothing away: a certificate of an authority.",
  "apigateway:DELETE": "What an API consists of carries no tags.",
  "dynamodb:DeleteItem": "Items have no tags; the tables are those of locks and of the lease.",
  "ec2:DisassociateRouteTable": "An association has no tags.",
  "ec2:RevokeSecurityGroupEgress": "Rules of a network's own first group are removed before it carries tags.",
  "ec2:RevokeSecurityGroupIngress": "The same.",
  "ecs:DeregisterTaskDefinition": "IAM is told no resource. It can be registered again.",
  "elasticloadbalancing:DeregisterTargets": "It takes nothing away: a target of a group.",
  "elasticloadbalancing:RemoveListenerCertificates": "It takes nothing away: a certificate of a listener.",
  "kms:RetireGrant": "Services retire what they were granted.",
  "lambda:RemovePermission": "It takes nothing away: a permission of a function.",
  "logs:DeleteLogDelivery": "It takes nothing away: how a service sends its log. IAM is told no resource.",
  "route53:DeleteHostedZone": "IAM is told neither tags nor the name of a zone.",
  "s3:DeleteObject": "Objects of its own records, and locks of states.",
  "sns:Unsubscribe": "IAM is told no tags of a subscription.",
  "ssm:DeleteParameter": "The platform's own parameters only; Terraform makes them again.",
  "wafv2:DisassociateWebACL": "It takes nothing away: a firewall of a load balancer.",
};

it("deletes what carries neither the tag of a run nor a name of its own only where IAM cannot tell", async () => {
  const drill = role("dev/global/account", "drill");
  const needs = readNeeded().filter(({ by, action }) => by.includes("drill") && deleting.test(action));
  const allowed = new Set<string>();
  for (const need of needs) {
    const { context: _, ...request } = await example(need, "somebodys");
    if (await allows(drill, { ...request, context: { ...need.context } })) allowed.add(need.action);
  }
  expect(needs.length).toBeGreaterThan(60);
  expect([...allowed].sort()).toEqual(Object.keys(untold).sort());
});
