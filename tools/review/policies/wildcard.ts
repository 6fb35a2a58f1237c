/**
 * Whether a pattern of IAM's, with `*` and `?`, matches all that another one matches. Certain where it says yes; a pattern
 * that is matched by several others together is not found.
 */
export function matches(pattern: string, other: string): boolean {
  if (!/[*?]/.test(pattern)) return pattern === other;
  let [at, from] = [0, 0];
  let [star, resume] = [-1, 0];
  while (from < other.length) {
    const [wanted, given] = [pattern[at], other[from]];
    if (wanted === "*") [star, resume] = [at++, from];
    // A question mark stands for one character, never for a star.
    else if (wanted === given || (wanted === "?" && given !== "*")) [at, from] = [at + 1, from + 1];
    else if (star >= 0) [at, from] = [star + 1, ++resume];
    else return false;
  }
  while (pattern[at] === "*") at++;
  return at === pattern.length;
}
