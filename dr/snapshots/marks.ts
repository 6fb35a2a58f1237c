import { runTagKey } from "../../modules/core/run";
import { tag } from "../inventory/tags";

/** The run that something is marked with, by its tags. */
export const runIn = (tags: Parameters<typeof tag>[0]): string | undefined => tag(tags, runTagKey);
