import { z } from "zod";
import { rolePath } from "../service-role/role-path";

/** Name of the role by which people delete backups before their time. Whoever runs the account makes it; no tier does. */
export const breakGlassRoleName = "break-glass";

/** What a region file says about a vault; the tiers that have one take it into their contracts. */
export const vaultSettings = z.object({
  breakGlassRoleNames: z
    .array(rolePath)
    .default([breakGlassRoleName])
    .describe(
      "Roles of the account, by full name and path, that may delete backups before they expire; no one else may. To destroy a vault that holds backups, use one of these roles.",
    ),
});

/** An AWS account. */
export const accountId = z.string().regex(/^[0-9]{12}$/, "must be the 12 digits of an AWS account");
