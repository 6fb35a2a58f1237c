import type { HeardOf } from "../blocks/alerts/events";

const everywhere = { account: "$.account", region: "$.region" };

/** What anybody must hear of in a region, whatever runs there. A trail must record the account for the first. */
export const watchedEvents: Readonly<Record<string, HeardOf>> = {
  root: {
    description: "The root user signs in, or changes something",
    // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html
    pattern: {
      "detail-type": ["AWS Console Sign In via CloudTrail", "AWS API Call via CloudTrail"],
      detail: {
        userIdentity: { type: ["Root"], invokedBy: [{ exists: false }] },
        eventType: [{ "anything-but": "AwsServiceEvent" }],
      },
    },
    read: { ...everywhere, event: "$.detail.eventName", address: "$.detail.sourceIPAddress" },
    text: "The root user of <account> acts in <region>: <event>, from <address>. If nobody of yours is at it, treat it as an intrusion.",
  },
  health: {
    description: "AWS has a problem that affects the account, or will change something of it",
    // https://docs.aws.amazon.com/health/latest/ug/aws-health-events-eventbridge-schema.html
    pattern: {
      source: ["aws.health"],
      "detail-type": ["AWS Health Event"],
      detail: { eventTypeCategory: ["issue", "scheduledChange"] },
    },
    read: { ...everywhere, service: "$.detail.service", type: "$.detail.eventTypeCode" },
    text: "AWS about <service> in <region> of <account>: <type>. https://health.console.aws.amazon.com/health/home",
  },
  images: {
    description: "An image that was pushed has a critical vulnerability",
    // https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-eventbridge.html
    pattern: {
      source: ["aws.ecr"],
      "detail-type": ["ECR Image Scan"],
      detail: { "finding-severity-counts": { CRITICAL: [{ numeric: [">", 0] }] } },
    },
    read: { ...everywhere, image: "$.detail.repository-name", digest: "$.detail.image-digest" },
    text: "The image <image> in <region> of <account> has a critical vulnerability: <digest>. Look at its findings in ECR, and build it anew.",
  },
  refreshes: {
    description: "New instances of a service did not become healthy, so the old ones stay",
    // https://docs.aws.amazon.com/autoscaling/ec2/userguide/instance-refresh-eventbridge-events.html
    pattern: {
      source: ["aws.autoscaling"],
      "detail-type": ["Failed", "Cancelled", "Rollback Started", "Rollback Failed"].map(
        (end) => `EC2 Auto Scaling Instance Refresh ${end}`,
      ),
    },
    read: { ...everywhere, what: "$.detail-type", group: "$.detail.AutoScalingGroupName" },
    text: "<what>: <group> in <region> of <account>. Its instances are not all as its last apply says. Look at the reason in the group's instance refreshes.",
  },
  deployments: {
    description: "New tasks of a service did not become healthy, so ECS goes back to the old ones",
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_deployment_events.html
    pattern: {
      source: ["aws.ecs"],
      "detail-type": ["ECS Deployment State Change"],
      detail: { eventName: ["SERVICE_DEPLOYMENT_FAILED"] },
    },
    read: { ...everywhere, service: "$.resources[0]", reason: "$.detail.reason" },
    text: "A deployment of <service> in <region> of <account> has failed: <reason>. Its tasks are not as its last apply says.",
  },
};

/** What AWS Config finds to be against one of the tier's own rules. */
export const noncompliant = (namePrefix: string): HeardOf => ({
  description: "A resource is not as a Config rule wants it",
  // https://docs.aws.amazon.com/config/latest/developerguide/monitor-config-with-cloudwatchevents.html
  pattern: {
    source: ["aws.config"],
    "detail-type": ["Config Rules Compliance Change"],
    detail: {
      messageType: ["ComplianceChangeNotification"],
      configRuleName: [{ prefix: `${namePrefix}-` }],
      newEvaluationResult: { complianceType: ["NON_COMPLIANT"] },
    },
  },
  read: {
    ...everywhere,
    rule: "$.detail.configRuleName",
    type: "$.detail.resourceType",
    resource: "$.detail.resourceId",
  },
  text: "AWS Config in <region> of <account>: <type> <resource> breaks <rule>.",
});

/** What Access Analyzer finds to be open to somebody outside of the account. */
export const outsideAccess: HeardOf = {
  description: "Somebody outside of the account has access to a resource",
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-eventbridge.html
  pattern: {
    source: ["aws.access-analyzer"],
    "detail-type": ["Access Analyzer Finding"],
    detail: { status: ["ACTIVE"], isDeleted: [false] },
  },
  read: { ...everywhere, type: "$.detail.resourceType", resource: "$.detail.resource" },
  text: "Access Analyzer in <region> of <account>: <type> <resource> is open to somebody outside of the account. Close it, or archive the finding if that is meant.",
};
