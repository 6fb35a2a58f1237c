import { z } from "zod";
import { platform } from "../../core/names";

/** An image of the account's ECR, as a region file names it. `serves` says what the image has to do. */
export const imageName = (serves: string) =>
  z
    .string()
    .regex(/^[a-z0-9][a-z0-9._/-]*(:[A-Za-z0-9._-]+|@sha256:[0-9a-f]{64})$/)
    .describe(
      `Image in the ECR of this account and region, with its tag or digest, such as ${platform}/api:1.4.2. ${serves}`,
    );
