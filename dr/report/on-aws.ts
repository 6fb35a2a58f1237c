import type { z } from "zod";
import data from "./on-aws.json";
import { reportSchema } from "./schema";

/** What a recovery is predicted to take on AWS, by step. */
export const onAws: z.infer<typeof reportSchema.shape.onAws> = reportSchema.shape.onAws.parse(data);
