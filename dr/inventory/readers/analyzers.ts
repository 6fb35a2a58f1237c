import { paginateListAnalyzers } from "@aws-sdk/client-accessanalyzer";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Reader } from "../reader";

/** Access Analyzer. */
export const analyzers: Reader = {
  service: "Access Analyzer",
  async list({ accessAnalyzer: client }) {
    const found = await everyItem(paginateListAnalyzers({ client }, {}), ({ analyzers }) => analyzers);
    return found.map(({ arn, name, type }) => ({
      type: "aws_accessanalyzer_analyzer",
      id: given(arn),
      name,
      settings: { type },
    }));
  },
};
