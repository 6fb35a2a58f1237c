const times = /\b20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)/g;

/** Where the local AWS listens, which it says where AWS says its own names. */
const local = /\bhttp:\/\/127\.0\.0\.1:\d+/g;

/** What AWS or the provider draws at random: `vpc-0a1b…`, a UUID, an id of IAM, of CloudFront, and a name that ends in a time. */
const drawn = [
  /\b[a-z]+(?:-[a-z]+)?-(?:[0-9a-f]{17}|[0-9a-f]{8})\b/g,
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g,
  /\b(?:AROA|AIDA|AIPA|ANPA|AKIA|ASCA)[A-Z0-9]{16,17}\b/g,
  /\bE[A-Z0-9]{13}\b/g,
  /\b[a-z-]*\d{26}\b/g,
];

/**
 * A plan as `terraform show -json` wrote it, with what differs each time replaced: times by one, the local AWS's address by a
 * name, and what is drawn at random by its number, so that two plans of the same code are nearly the same: what the local AWS
 * draws in other forms differs, and the order of sets. What is planned is in it once: the values of resources that
 * `planned_values` repeats are left out.
 */
export function normalised(json: unknown): unknown {
  const { timestamp: _, planned_values, ...rest } = Object(json);
  const plan = { ...rest, planned_values: { outputs: planned_values?.outputs } };
  const seen = new Map<string, string>();
  const numbered = (found: string): string => {
    const known = seen.get(found) ?? withNumber(found, seen.size + 1);
    seen.set(found, known);
    return known;
  };
  const text = JSON.stringify(plan).replace(times, "2026-01-01T00:00:00Z").replace(local, "https://local-aws.example");
  return JSON.parse(drawn.reduce((replaced, pattern) => replaced.replace(pattern, numbered), text));
}

/** As long as it was, and of the same form. */
function withNumber(found: string, number: number): string {
  const digits = `${number}`;
  const [kept = ""] =
    /^(?:[a-z-]+-(?=(?:[0-9a-f]{17}|[0-9a-f]{8})$)|[A-Z]{4}(?=[A-Z0-9]{16})|E(?=[A-Z0-9]{13}$)|[a-z-]*(?=\d{26}$))?/.exec(
      found,
    ) ?? [""];
  const blank = found.slice(kept.length).replace(/[^-]/g, "0");
  return kept + blank.slice(0, blank.length - digits.length) + digits;
}

/** JSON with a resource a line, so that a difference between two is read by resource. */
export function printed(plan: unknown): string {
  const sections = Object.entries(Object(plan)).map(([name, value]) => {
    const lines = Array.isArray(value)
      ? `[\n${value.map((one) => JSON.stringify(one)).join(",\n")}\n]`
      : JSON.stringify(value);
    return `${JSON.stringify(name)}: ${lines}`;
  });
  return `{\n${sections.join(",\n")}\n}\n`;
}
