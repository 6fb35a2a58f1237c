import { runTagKey } from "../../modules/core/run";
import { tag } from "../inventory/tags";

/** Seconds that a snapshot may take. */
export const maxWaitTime = 1800;

/** The tags of what a run makes. */
export const tagsOf = (run: string) => [{ Key: runTagKey, Value: run }];

/** The run that something is marked with, by its tags. */
export const runIn = (tags: Parameters<typeof tag>[0]): string | undefined => tag(tags, runTagKey);
