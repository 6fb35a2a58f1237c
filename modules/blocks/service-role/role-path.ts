import { z } from "zod";

/** An IAM role by its path, if it has one, and its name. */
export const rolePath = z
  .string()
  .regex(/^[\w+=,.@-]+(\/[\w+=,.@-]+)*$/, "must be an IAM role's path and name, without an account or arn: before it");
