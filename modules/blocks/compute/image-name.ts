import { z } from "zod";
import { platform } from "../../core/names";

/** A repository, and a tag or a digest. */
export const imagePattern = /^[a-z0-9][a-z0-9._/-]*(:[A-Za-z0-9._-]+|@sha256:[0-9a-f]{64})$/;

/** An image of the account's ECR, as a region file names it. `serves` says what the image has to do. */
export const imageName = (serves: string) =>
  z
    .string()
    .regex(imagePattern, `must be an image with its tag or digest such as ${platform}/api:1.4.2`)
    .describe(`Image in ECR, in this account and region. ${serves}`);
