import { UserError } from "../../modules/core/user-error";
import { jsonFile } from "../json-file";
import { type Review, reviewResult } from "./result";

/** A review that was written before; throws a UserError where the file is none. */
export function readReview(option: string, file: string): Review {
  const wayOut = ". Give a review.json that ./shop review --out has written.";
  const { success, data } = reviewResult.safeParse(jsonFile(option, file, wayOut));
  if (!success) throw new UserError(`${option}: ${file} is no review${wayOut}`);
  return data;
}
