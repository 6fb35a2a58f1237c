import { randomInt } from "node:crypto";

const letters = "abcdefghijklmnopqrstuvwxyz0123456789";

/**
 * A new id of a run: `dr-`, the second in which it began, and four characters by chance: `dr-261123030000-k7qd`.
 *
 * What a drill makes is named by it, so two drills that begin together, on whatever machines, must not have the same one.
 * It has the 20 characters that the first part of a name may have, so that a load balancer's name still fits.
 */
export const newRunId = (now: Date): string =>
  `dr-${now.toISOString().slice(2, 19).replace(/\D/g, "")}-${Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("")}`;

/** The ids of runs, and those of earlier versions, which had only the minute. */
const pattern = /^dr-\d{10}(\d{2}-[a-z0-9]{4})?$/;

export const isRunId = (text: string): boolean => pattern.test(text);
