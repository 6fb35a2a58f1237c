/** The roles that AWS services act by in an account, each once, by the service: its Terraform address, and AWS's name. */
export const serviceLinkedRoles = {
  "autoscaling.amazonaws.com": ["autoscaling", "AWSServiceRoleForAutoScaling"],
  "elasticloadbalancing.amazonaws.com": ["load-balancing", "AWSServiceRoleForElasticLoadBalancing"],
  "rds.amazonaws.com": ["database", "AWSServiceRoleForRDS"],
  "config.amazonaws.com": ["config", "AWSServiceRoleForConfig"],
  "guardduty.amazonaws.com": ["guard", "AWSServiceRoleForAmazonGuardDuty"],
  "access-analyzer.amazonaws.com": ["access-analyzer", "AWSServiceRoleForAccessAnalyzer"],
  "backup.amazonaws.com": ["backup", "AWSServiceRoleForBackup"],
  "replication.ecr.amazonaws.com": ["image-replication", "AWSServiceRoleForECRReplication"],
  "ecs.amazonaws.com": ["containers", "AWSServiceRoleForECS"],
  "ecs.application-autoscaling.amazonaws.com": [
    "container-scaling",
    "AWSServiceRoleForApplicationAutoScaling_ECSService",
  ],
} as const satisfies Readonly<Record<string, readonly [id: string, name: string]>>;

export type LinkedService = keyof typeof serviceLinkedRoles;
export const linkedServices = Object.keys(serviceLinkedRoles) as [LinkedService, ...LinkedService[]];
