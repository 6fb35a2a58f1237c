import { paginateListSecrets } from "@aws-sdk/client-secrets-manager";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Reader } from "../reader";

/** Secrets, without their values; those that wait for their deletion, too. */
export const secrets: Reader = {
  service: "Secrets Manager",
  async list({ secrets: client }) {
    const found = await everyItem(
      paginateListSecrets({ client }, { IncludePlannedDeletion: true }),
      (page) => page.SecretList,
    );
    return found.map((secret) => ({
      type: "aws_secretsmanager_secret",
      id: given(secret.ARN),
      name: secret.Name,
      settings: {
        description: secret.Description,
        kmsKey: secret.KmsKeyId,
        rotationEnabled: secret.RotationEnabled ?? false,
        rotationRules: secret.RotationRules,
        owningService: secret.OwningService,
        primaryRegion: secret.PrimaryRegion,
      },
      ...(secret.DeletedDate ? { goneOn: secret.DeletedDate.toISOString().slice(0, 10) } : {}),
      ...(secret.OwningService ? { ownedBy: secret.OwningService } : {}),
    }));
  },
};
