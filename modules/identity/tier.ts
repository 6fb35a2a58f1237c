import { CognitoUserPoolDomain } from "@cdktf/provider-aws/lib/cognito-user-pool-domain";
import { Construct } from "constructs";
import { alarm } from "../blocks/alerts/alarm";
import type { Inputs, Outputs } from "../core/contract";
import { homeOf } from "../core/home";
import { client } from "./client";
import { identityContract } from "./contract";
import { pool } from "./pool";

type C = typeof identityContract;

/**
 * The identity tier: who the shop's customers are, and the pages that they sign in at.
 *
 * - Customers show that an address is theirs, may have a second factor, and can change neither roles nor anything else
 *   that decides what they may. Who has no account is not told apart from who has a wrong password.
 * - Tokens are for browsers: a code with PKCE, no secret. Where a region has events, too, they let customers post there.
 * - It refuses to be destroyed, unless `ephemeral`. Cognito encrypts under a key of AWS's own.
 * - **Lost with its region**: Cognito copies a pool into no other region, and gives out no passwords. A recovery makes an
 *   empty pool: customers sign up again, or are imported from the orders' addresses and set a new password by mail.
 *   Whoever cannot live with that keeps customers in the database instead, and leaves this tier out.
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
      // Unique in the region for all of AWS, so the account is in it.
      domain: `${inputs.namePrefix}-${home.account}`,
      userPoolId: customers.id,
    });
    alarm(this, "throttled", {
      name: `${inputs.namePrefix}-identity-throttled`,
      description: "Customers cannot sign in: Cognito's quota is used up. Look for an attack, or ask AWS for more.",
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
    this.signInAddress = `https://${pages.domain}.auth.${home.region}.amazoncognito.com`;
  }
}
