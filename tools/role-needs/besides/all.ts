import type { Need } from "../need";
import { keysBeside } from "./keys";
import { othersBeside } from "./others";
import { rolesBeside } from "./roles";
import { tagsBeside } from "./tags";

/** What an action asks for besides itself, as AWS documents it: a local AWS does not show it. */
export const besides = async (need: Need): Promise<Need[]> => [
  ...rolesBeside(need),
  ...keysBeside(need),
  ...othersBeside(need),
  ...(await tagsBeside(need)),
];
