import { CognitoUserPoolDomain } from "@cdktf/provider-aws/lib/cognito-user-pool-domain";
import { Construct } from "constructs";
import { alarm } from "../blocks/alerts/alarm";
import { tellEndpoint } from "../blocks/endpoints/parameter";
import type { Inputs, Outputs } from "../core/contract";
import { homeOf } from "../core/home";
import { client } from "./client";
import { identityContract, signInDomain, signInOrigin } from "./contract";
import { pool } from "./pool";

type C = typeof identityContract;

/**
 * The identity tier: the shop's customers, and the pages where they sign in.
 *
 * - Customers confirm their address, may have a second factor, and cannot change roles or anything else that decides what they
 *   are allowed to do. A wrong password and a missing account look the same.
 * - Tokens are for browsers: a code with PKCE, no secret. If a region has events, too, customers can post events with them.
 * - It cannot be destroyed, unless `ephemeral`. Cognito encrypts with a key that AWS owns.
 * - **Lost with its region**: Cognito cannot copy a pool to another region, and does not export passwords. A recovery creates an
 *   empty pool: customers sign up again, or are imported from the addresses in orders and set a new password by mail.
 *   If that is not acceptable, keep customers in the database and leave this tier out.
 *
 * *Cost*: active customers by the month beyond the first 10,000; threat protection for each of them.
 */
export class IdentityTier extends Construct implements Outputs<C> {
  static readonly contract = identityContract;
  readonly userPoolId: string;
  readonly clientId: string;
  readonly issuer: string;
  readonly signInAddress: string;

  constructor(scope: Construct, id: string, inputs: Inputs<C>) {
    super(scope, id);
    const home = homeOf(this);

    const customers = pool(this, home, inputs);
    const browser = client(this, customers.id, inputs);
    const pages = new CognitoUserPoolDomain(this, "pages", {
      domain: signInDomain(inputs.namePrefix, home.account),
      userPoolId: customers.id,
    });
    alarm(this, "throttled", {
      name: `${inputs.namePrefix}-identity-throttled`,
      description:
        "Customers cannot sign in because Cognito throttles them. Look for an attack, or request a higher quota.",
      metrics: {
        throttled: {
          namespace: "AWS/Cognito",
          name: "SignInThrottles",
          dimensions: { UserPool: customers.id, UserPoolClient: browser.id },
          stat: "Sum",
        },
      },
      above: 0,
      evaluationPeriods: 5,
      topicArn: inputs.alertTopicArn,
    });

    this.userPoolId = customers.id;
    this.clientId = browser.id;
    this.issuer = `https://${customers.endpoint}`;
    this.signInAddress = signInOrigin(pages.domain, home.region);
    tellEndpoint(this, {
      namePrefix: inputs.namePrefix,
      tier: "identity",
      value: { issuer: this.issuer, clientId: this.clientId, signInAddress: this.signInAddress },
    });
  }
}
