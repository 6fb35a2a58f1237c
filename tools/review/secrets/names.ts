/** Words that name a secret. */
const secret =
  /^(?:passwords?|passwd|passwds|pwd|pass|passphrases?|passcodes?|secrets?|tokens?|credentials?|creds|apikeys?|pin|otp|totp|psk|bearer|authorization|authkey|cookie|cookies|referer|dsn|privatekey|salt|pepper|jwt|sas)$/;

/** Two words that name one together. */
const pairs =
  /^(?:(?:api|access|private|secret|signing|encryption|shared|preshared|master|account|auth|session|webhook|license|deploy|storage|service|application|app|client|host) keys?|key material|connection strings?|auth(?:entication)? string|webhook urls?|basic auth)$/;

/** The last word of a name that tells of something about a secret: `secret_arn`, `token_endpoint`, `password_length`. */
const about =
  /^(?:arns?|ids?|names?|length|policy|policies|versions?|status|state|type|types|enabled|required|rotation|endpoint|endpoints|uri|validity|units?|days|hours|minutes|seconds|age|ttl|expiry|expiration|prevention|count|min|max|limit|source|sources|strategy|path|prefix|suffix|domain|domains|algorithm|format|label|labels|location|provider|providers|issuer|scope|scopes|mode|date|created|updated|region|regions|bucket|role|window)$/;

/** `dbPassword`, `DB_PASSWORD`, `db-password` and `aws:Referer`, as words. */
const wordsIn = (name: string): string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);

const isSecretAt = (words: readonly string[], at: number): boolean =>
  secret.test(words[at] ?? "") || pairs.test(`${words[at - 1] ?? ""} ${words[at] ?? ""}`);

/** Judges each name once: a plan has few names, and has them very often. */
function once(judge: (name: string) => boolean): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    const judged = known.get(name) ?? judge(name);
    if (known.size < mostNames) known.set(name, judged);
    return judged;
  };
}

/** Keys of maps are names, too, and may be of any number. */
const mostNames = 20_000;

/** Whether a name is that of a secret, and not of something about one. */
export const namesSecret = once((name) => {
  const words = wordsIn(name);
  if (about.test(words.at(-1) ?? "")) return false;
  return words.some((_, at) => isSecretAt(words, at));
});

/** Whether a name ends with the secret itself, so that even a number can be one: `pin`, and not `password_reuse_limit`. */
export const endsWithSecret = once((name) => {
  const words = wordsIn(name);
  return isSecretAt(words, words.length - 1);
});

/** The last word of names whose values look random and are no secret: `source_code_hash`, `etag`. */
const random =
  /^(?:arns?|ids?|hash|hashes|md5|sha|sha1|sha256|sha512|etag|digest|fingerprint|checksum|checksums|thumbprint|thumbprints|versions?|revision|commit|images?|certificate|chain|body|cname|fqdn|dns|hostname|zone|hosts?)$/;

/** Whether what a name names looks random without being secret. */
export const namesRandom = once((name) => {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z\d]+/);
  return random.test(words.at(-1) ?? "");
});
