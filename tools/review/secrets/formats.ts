/**
 * Secrets that are known by their form, wherever they stand. Where one has a part in parentheses, that is the secret, and what is
 * around it may be shown.
 */
export const formats: readonly RegExp[] = [
  // Keys and tokens with a prefix of their maker's
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
  /\bgh[pousr]_[A-Za-z0-9]{30,}/g,
  /\bgithub_pat_[A-Za-z0-9_]{40,}/g,
  /\bgl(?:pat|ptt|dt|rt|cbt|ft|agent|oas|soat|imt)-[A-Za-z0-9_-]{16,}/g,
  /\bxox[a-z]-[A-Za-z0-9-]{10,}/g,
  /\bxapp-\d-[A-Za-z0-9-]{10,}/g,
  /\b(?:sk|rk|whsec)_(?:live|test)?_?[A-Za-z0-9]{16,}/g,
  /\bsk-[A-Za-z0-9_-]{20,}/g,
  /\bAIza[A-Za-z0-9_-]{35}/g,
  /\bya29\.[A-Za-z0-9_-]{20,}/g,
  /\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/g,
  /\b(?:npm_|pypi-|dop_v1_|doo_v1_|shp(?:at|ca|pa|ss)_|dapi|lin_api_|rubygems_|glsa_|pul-|hf_|sqp_|squ_|dckr_pat_|key-)[A-Za-z0-9_-]{20,}/g,
  /\bhv[sbr]\.[A-Za-z0-9_-]{20,}/g,
  /\b[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_-]{20,}/g,
  /\bAGE-SECRET-KEY-1[A-Z0-9]{20,}/g,
  /\b\d{8,10}:AA[A-Za-z0-9_-]{30,}/g,
  /\beyJ[A-Za-z0-9_-]{5,4096}\.[A-Za-z0-9_-]{5,8192}\.[A-Za-z0-9_-]*/g,
  // Places that are secret as a whole
  /\bhooks\.slack\.com\/(?:services|workflows|triggers)\/([A-Za-z0-9/_-]+)/g,
  /\bdiscord(?:app)?\.com\/api\/webhooks\/([A-Za-z0-9/_-]+)/g,
  /\bwebhook\.office\.com\/(\S+)/g,
  // Parts of URLs and headers
  /\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/@:"'<>]{0,200}:([^\s/@"'<>]{1,500})@/gi,
  /[?&](?:sig|signature|x-amz-signature|x-amz-security-token|x-goog-signature|access_token|token|api_?key|key|code|secret|password)=([^&\s"'<>]+)/gi,
  /\b(?:Bearer|Basic|Token)\s+([A-Za-z0-9._~+/=-]{8,})/g,
  /\b(?:AccountKey|SharedAccessKey|SharedAccessSignature|Password|Pwd)=([^;\s"'<>]+)/gi,
  // Private keys, and the rest of a text where the end is missing
  /-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----|$)/g,
  /\bPuTTY-User-Key-File-\d[\s\S]*/g,
];

/**
 * Assignments in a text, such as `export DB_PASSWORD="…"`, `password: …` and `<password>…</password>`, and options such as
 * `--token …`: the name, and what it is given in one of the parts after it.
 */
export const assignments: readonly RegExp[] = [
  /(?<![A-Za-z0-9:/])([A-Za-z][A-Za-z0-9_.-]{1,80})\\?["']?[ \t]{0,20}(?::=|=>|[=:>])[ \t]{0,20}(?:[|>][-+]?[ \t]{0,20}\n\s{0,80})?(?:\\?"([^"\n]{1,4096}?)\\?"|'([^'\n]{1,4096})'|([^\s"'<>,;&|]+))/g,
  /(?<![A-Za-z0-9])--?([A-Za-z][A-Za-z0-9_.-]{1,80})[ \t]+(?:"([^"\n]{1,4096})"|'([^'\n]{1,4096})'|([^\s"'<>,;&|-][^\s"'<>,;&|]*))/g,
];
