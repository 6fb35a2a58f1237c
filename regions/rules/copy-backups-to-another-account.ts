import { drillsWorkIn, type EnvironmentRule, liveRegions } from "../schema/environment";

/** Copies of backups in another account are in another one, and of what no drill makes: it could not delete them there. */
export const copyBackupsToAnotherAccount: EnvironmentRule = (environment) => {
  const drilled = drillsWorkIn(environment);
  return liveRegions(environment).flatMap(({ name, backup: { copiesToAccount } }) => {
    const path = `${name}.backup.copiesToAccount`;
    if (copiesToAccount === environment.account)
      return [
        {
          path,
          message: `${copiesToAccount} is the account of ${environment.name} itself: its loss would take the copies along. Name another account of the organization, or say null.`,
        },
      ];
    return copiesToAccount !== null && drilled
      ? [
          {
            path,
            message: `drills run in this account (drillable, or account.workflows), and could not delete what they copy into ${copiesToAccount}. Say null.`,
          },
        ]
      : [];
  });
};
