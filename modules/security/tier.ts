import { Construct } from "constructs";
import { alertTopic } from "../blocks/alerts/topic";
import { key } from "../blocks/encryption/key";
import { logStatements } from "../blocks/encryption/log-statements";
import type { Inputs, Outputs } from "../core/contract";
import { homeOf } from "../core/home";
import { number } from "../core/late";
import { type KeyPurpose, keyAlias, securityContract } from "./contract";
import { archiveStatements, databaseStatements, volumeStatements } from "./key-statements";
import { secretStatements } from "./secret-statements";

type C = typeof securityContract;

/**
 * The security tier: a KMS key for each purpose, and the topic for alerts.
 *
 * Keys rotate, and their policies allow only who needs them: an AWS service for this account, or the account through one
 * service. No one decrypts with a key directly, not even administrators; only the named roles can read the database's secret. A
 * destroyed key is scheduled for deletion, which can be cancelled for `keyDeletionWindowDays`.
 *
 * *Cost*: six KMS keys.
 */
export class SecurityTier extends Construct implements Outputs<C> {
  static readonly contract = securityContract;
  readonly databaseKeyArn: string;
  readonly secretsKeyArn: string;
  readonly logsKeyArn: string;
  readonly archiveKeyArn: string;
  readonly volumesKeyArn: string;
  readonly alertTopicArn: string;

  constructor(scope: Construct, id: string, inputs: Inputs<C>) {
    super(scope, id);
    const { namePrefix } = inputs;
    const home = homeOf(this);

    const keyFor = (purpose: KeyPurpose, description: string, statements: ReturnType<typeof databaseStatements>) =>
      key(this, purpose, {
        home,
        description,
        alias: keyAlias(namePrefix, purpose),
        statements,
        rotationDays: number(inputs.keyRotationDays),
        deletionWindowDays: number(inputs.keyDeletionWindowDays),
      });

    const database = keyFor(
      "database",
      "Database storage, snapshots and performance data",
      databaseStatements(home, inputs),
    );
    const secrets = keyFor("secrets", "The database's master secret", secretStatements(home, inputs));
    const logs = keyFor("logs", "CloudWatch log groups", logStatements(home));
    const archive = keyFor("archive", "The archive of logs", archiveStatements(home, inputs));
    const volumes = keyFor(
      "volumes",
      "Volumes of instances, disks of tasks, settings of functions",
      volumeStatements(home, inputs.autoscalingServiceRoleArn),
    );

    this.databaseKeyArn = database.arn;
    this.secretsKeyArn = secrets.arn;
    this.logsKeyArn = logs.arn;
    this.archiveKeyArn = archive.arn;
    this.volumesKeyArn = volumes.arn;
    this.alertTopicArn = alertTopic(this, "alerts", {
      home,
      name: `${namePrefix}-alerts`,
      description: "The alert topic",
      subscriptions: inputs.subscriptions,
      endpoints: inputs.alertEndpoints,
      rotationDays: number(inputs.keyRotationDays),
      deletionWindowDays: number(inputs.keyDeletionWindowDays),
    });
  }
}
