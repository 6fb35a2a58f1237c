/** What has the form of a name that AWS or another service gives, and opens nothing. */
const given: readonly RegExp[] = [
  // Ids: i-0123456789abcdef0, mrk-…, AROA…, Z0123…, a UUID, digests with the name of their kind
  /\b[a-z]{1,12}-[0-9a-f]{8,40}\b/g,
  /\bA(?!KIA|SIA)[A-Z]{3}[A-Z0-9]{16,20}\b/g,
  /\bZ[A-Z0-9]{8,32}\b/g,
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi,
  /\bsha(?:1|256|384|512)[:-][A-Za-z0-9+/=]{20,}/g,
  // What is public by nature
  /-----BEGIN (?:[A-Z0-9 ]*PUBLIC KEY|CERTIFICATE|CERTIFICATE REQUEST|X509 CRL)-----[\s\S]{0,16384}?-----END [A-Z0-9 ]{1,40}-----/g,
  /\b(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-nistp\d+|sk-ssh-ed25519@openssh\.com) [A-Za-z0-9+/=]+/g,
];

const runs = /[A-Za-z0-9+/_-]{20,}={0,2}/g;

/** The parts of a text that look random, as a key or a generated password does. */
export function randomParts(text: string): string[] {
  if (!/[A-Za-z0-9+/_-]{20}/.test(text)) return [];
  const rest = given.reduce((left, form) => left.replace(form, " "), text);
  return (rest.match(runs) ?? []).filter(isRandom);
}

function isRandom(run: string): boolean {
  const bare = run.replace(/[^A-Za-z0-9]/g, "");
  const longest = Math.max(...run.split(/[^A-Za-z0-9]+/).map(({ length }) => length));
  if (longest < 10 || bare.length < 17) return false;
  if (/^[0-9a-f]+$/i.test(bare))
    return bare.length >= 32 && /\d/.test(bare) && /[a-f]/i.test(bare) && entropy(bare) > 3;
  const hasDigits = /\d/.test(bare);
  const [isLower, isUpper] = [/^[a-z\d]+$/.test(bare), /^[A-Z\d]+$/.test(bare)];
  if ((isLower || isUpper) && !hasDigits) return false;
  const longestWords = isUpper ? 4 : isLower ? 3.1 : hasDigits ? 3 : 3;
  return bare.length / (bare.match(words)?.length ?? 1) < longestWords && entropy(bare) > 3.3;
}

/** What is random falls into shorter words than what somebody has named: `ReadOnlyAccess` has three, `kQ7vX2` six. */
const words = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g;

/** Shannon's, in bits a character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0);
}
