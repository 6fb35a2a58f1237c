import { AccessAnalyzerClient, CheckNoNewAccessCommand } from "@aws-sdk/client-accessanalyzer";
import { messageOf } from "../../../terraform/failures";
import type { Question } from "../rules/rule";

/** What AWS says of a question, in words where it is not a plain no. */
export type Answer =
  | { readonly is: "nothing new" }
  | { readonly is: "new access"; readonly why: string }
  | { readonly is: "no answer"; readonly why: string };

/** Answers by {@link keyOf} their question. */
export type Answers = ReadonlyMap<string, Answer>;

export const keyOf = ({ of, before, after }: Question): string => JSON.stringify([of, before, after]);

/** A call costs money: more questions than that are left open. https://aws.amazon.com/iam/access-analyzer/pricing/ */
const most = 200;

/**
 * Asks Access Analyzer whether policies allow more than others, with the caller's credentials; each question once. What it
 * could not tell has the reason.
 * https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_CheckNoNewAccess.html
 */
export async function askAccessAnalyzer(
  questions: readonly Question[],
  {
    signal,
    client = new AccessAnalyzerClient({}),
  }: { readonly signal: AbortSignal; readonly client?: AccessAnalyzerClient },
): Promise<Answers> {
  const distinct = [...new Map(questions.map((one) => [keyOf(one), one]))];
  const answers = new Map<string, Answer>();
  for (const [key, question] of distinct.slice(0, most)) answers.set(key, await ask(question, client, signal));
  for (const [key] of distinct.slice(most))
    answers.set(key, { is: "no answer", why: `Access Analyzer is asked ${most} times a review at most.` });
  return answers;
}

async function ask(
  { of, before, after }: Question,
  client: AccessAnalyzerClient,
  signal: AbortSignal,
): Promise<Answer> {
  try {
    const {
      result,
      reasons = [],
      message,
    } = await client.send(
      new CheckNoNewAccessCommand({
        existingPolicyDocument: before,
        newPolicyDocument: after,
        policyType: of === "identity" ? "IDENTITY_POLICY" : "RESOURCE_POLICY",
      }),
      { abortSignal: signal },
    );
    if (result === "PASS") return { is: "nothing new" };
    const why = reasons.flatMap(({ description }) => description ?? []).join(" ") || message || "";
    return result === "FAIL" ? { is: "new access", why } : { is: "no answer", why };
  } catch (error) {
    signal.throwIfAborted();
    return { is: "no answer", why: messageOf(error) };
  }
}
