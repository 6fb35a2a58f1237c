import { after } from "../read/after";
import { finding, ok, type Rule } from "./rule";

/** What a long-lived secret is, by type. */
const secrets: Readonly<Record<string, string>> = {
  aws_iam_access_key: "A key that never expires is made; its secret is in the state.",
  aws_iam_service_specific_credential: "A password for one service that never expires is made; it is in the state.",
  aws_iam_user: "A user is made, whose keys or password do not expire by themselves.",
  aws_iam_user_login_profile: "A user may sign in with a password; the first one is in the state.",
};

const wayOut =
  "Use a role: by OIDC for pipelines, by IAM Identity Center for people, by IAM Roles Anywhere for machines elsewhere.";

/** Keys that do not expire are found years later, by others. */
export const makesLongLivedKeys: Rule = {
  id: "makes-long-lived-keys",
  about: "A user, a key or a password is made that does not expire.",
  severities: ["medium", "low"],
  cannotSee: "Who keeps the key, and where else it is written.",
  wayOut,
  mayBeUnknown: false,
  types: Object.keys(secrets),
  check: (change, around) => {
    if (change.fate !== "create" && change.fate !== "replace") return ok;
    if (change.type === "aws_iam_access_key") {
      const status = after(change, ["status"], around);
      if (status.is === "known" && status.value === "Inactive") return ok;
    }
    return finding({
      severity: change.type === "aws_iam_user" ? "low" : "medium",
      why: secrets[change.type] ?? "",
      wayOut,
    });
  },
};
