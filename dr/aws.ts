import { AccessAnalyzerClient } from "@aws-sdk/client-accessanalyzer";
import { ACMClient } from "@aws-sdk/client-acm";
import { ApiGatewayV2Client } from "@aws-sdk/client-apigatewayv2";
import { ApplicationAutoScalingClient } from "@aws-sdk/client-application-auto-scaling";
import { AutoScalingClient } from "@aws-sdk/client-auto-scaling";
import { BackupClient } from "@aws-sdk/client-backup";
import { CloudFrontClient } from "@aws-sdk/client-cloudfront";
import { CloudTrailClient } from "@aws-sdk/client-cloudtrail";
import { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { ConfigServiceClient } from "@aws-sdk/client-config-service";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { EC2Client } from "@aws-sdk/client-ec2";
import { ECRClient } from "@aws-sdk/client-ecr";
import { ECSClient } from "@aws-sdk/client-ecs";
import { ElasticLoadBalancingV2Client } from "@aws-sdk/client-elastic-load-balancing-v2";
import { ElastiCacheClient } from "@aws-sdk/client-elasticache";
import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { FirehoseClient } from "@aws-sdk/client-firehose";
import { GuardDutyClient } from "@aws-sdk/client-guardduty";
import { IAMClient } from "@aws-sdk/client-iam";
import { KMSClient } from "@aws-sdk/client-kms";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { RDSClient } from "@aws-sdk/client-rds";
import { ResourceGroupsTaggingAPIClient } from "@aws-sdk/client-resource-groups-tagging-api";
import { Route53Client } from "@aws-sdk/client-route-53";
import { S3Client } from "@aws-sdk/client-s3";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { ShieldClient } from "@aws-sdk/client-shield";
import { SNSClient } from "@aws-sdk/client-sns";
import { SQSClient } from "@aws-sdk/client-sqs";
import { SSMClient } from "@aws-sdk/client-ssm";
import { WAFV2Client } from "@aws-sdk/client-wafv2";

/** The drill's view of AWS in one region: a client for each service that it asks. */
export interface Aws {
  readonly region: string;
  readonly accessAnalyzer: AccessAnalyzerClient;
  readonly acm: ACMClient;
  readonly apiGateway: ApiGatewayV2Client;
  readonly applicationAutoScaling: ApplicationAutoScalingClient;
  readonly autoScaling: AutoScalingClient;
  readonly backup: BackupClient;
  readonly cloudFront: CloudFrontClient;
  readonly cloudTrail: CloudTrailClient;
  readonly config: ConfigServiceClient;
  readonly cloudwatch: CloudWatchClient;
  readonly cognito: CognitoIdentityProviderClient;
  readonly dynamodb: DynamoDBClient;
  readonly ec2: EC2Client;
  readonly ecs: ECSClient;
  readonly ecr: ECRClient;
  readonly elastiCache: ElastiCacheClient;
  readonly elb: ElasticLoadBalancingV2Client;
  readonly eventBridge: EventBridgeClient;
  readonly firehose: FirehoseClient;
  readonly guardDuty: GuardDutyClient;
  readonly iam: IAMClient;
  readonly kms: KMSClient;
  readonly lambda: LambdaClient;
  readonly logs: CloudWatchLogsClient;
  readonly rds: RDSClient;
  readonly route53: Route53Client;
  readonly s3: S3Client;
  readonly secrets: SecretsManagerClient;
  readonly shield: ShieldClient;
  readonly sns: SNSClient;
  readonly sqs: SQSClient;
  readonly ssm: SSMClient;
  readonly tagging: ResourceGroupsTaggingAPIClient;
  readonly wafv2: WAFV2Client;
}

/** Milliseconds: longer than the gate waits, which says why it gives up. Without them, a call that nobody answers never ends. */
const patience = { connectionTimeout: 10_000, requestTimeout: 330_000, throwOnRequestTimeout: true };

/** Clients of one region, for an endpoint and credentials as a child process would get them. */
export function connect(environment: Readonly<Record<string, string>>, region: string, maxAttempts = 3): Aws {
  const {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: accessKeyId = "",
    AWS_SECRET_ACCESS_KEY: secretAccessKey = "",
    AWS_SESSION_TOKEN: sessionToken,
  } = environment;
  const credentials = { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
  const config = {
    region,
    credentials,
    maxAttempts,
    requestHandler: patience,
    ...plain,
    ...(endpoint ? { endpoint } : {}),
  };
  return {
    region,
    accessAnalyzer: new AccessAnalyzerClient(config),
    acm: new ACMClient(config),
    apiGateway: new ApiGatewayV2Client(config),
    applicationAutoScaling: new ApplicationAutoScalingClient(config),
    autoScaling: new AutoScalingClient(config),
    backup: new BackupClient(config),
    cloudFront: new CloudFrontClient(config),
    cloudTrail: new CloudTrailClient(config),
    config: new ConfigServiceClient(config),
    cloudwatch: new CloudWatchClient(config),
    cognito: new CognitoIdentityProviderClient(config),
    dynamodb: new DynamoDBClient(config),
    ec2: new EC2Client(config),
    ecs: new ECSClient(config),
    ecr: new ECRClient(config),
    elastiCache: new ElastiCacheClient(config),
    elb: new ElasticLoadBalancingV2Client(config),
    eventBridge: new EventBridgeClient(config),
    firehose: new FirehoseClient(config),
    guardDuty: new GuardDutyClient(config),
    iam: new IAMClient(config),
    kms: new KMSClient(config),
    lambda: new LambdaClient(config),
    logs: new CloudWatchLogsClient(config),
    rds: new RDSClient(config),
    route53: new Route53Client(config),
    s3: new S3Client({ ...config, forcePathStyle: true }),
    secrets: new SecretsManagerClient(config),
    shield: new ShieldClient(config),
    sns: new SNSClient(config),
    sqs: new SQSClient(config),
    ssm: new SSMClient(config),
    tagging: new ResourceGroupsTaggingAPIClient(config),
    wafv2: new WAFV2Client(config),
  };
}

/** What the caller's variables and files would decide otherwise: other hosts, other ways to try again. */
const plain = { useDualstackEndpoint: false, useFipsEndpoint: false, retryMode: "standard" };
