/** The forms of what AWS and Terraform make up: an identifier that is unknown keeps its kind only. */
const forms: readonly (readonly [RegExp, string])[] = [
  // Terraform's unique suffix: the time in 18 digits, a counter in 8.
  [/\d{18}[0-9a-f]{8}/g, "<unique>"],
  [/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "<id>"],
  [/(?<![0-9a-z])mrk-[0-9a-f]{32}(?![0-9a-z])/g, "mrk-<id>"],
  [/(?<![0-9a-z])[0-9a-f]{32}(?![0-9a-z])/g, "<id>"],
  [/(?<=\/)[0-9a-f]{16}(?![0-9a-z])/g, "<id>"],
  [
    /(?<![0-9A-Za-z-])(acl|ami|dopt|eigw|eipalloc|eipassoc|eni|fl|i|igw|key|lt|nat|pcx|pl|rtb|sg|sgr|snap|subnet|vol|vpc|vpce)-(?:[0-9a-f]{17}|[0-9a-f]{8})(?![0-9A-Za-z])/g,
    "$1-<id>",
  ],
  [/(?<![0-9A-Za-z])(cluster|db)-[0-9A-Z]{20,}(?![0-9A-Za-z])/g, "$1-<id>"],
  [/(?<![0-9A-Za-z])(AIDA|AIPA|ANPA|AROA)[0-9A-Z]{16,17}(?![0-9A-Za-z])/g, "$1<id>"],
  [/(?<![0-9A-Za-z])Z[0-9A-Z]{12,31}(?![0-9A-Za-z])/g, "Z<id>"],
  [/(?<=:secret:[^:\s"*]+)-[0-9A-Za-z]{6}(?![0-9A-Za-z])/g, "-<id>"],
];

/** Replaces identifiers that are made up by placeholders. */
export const withoutGenerated = (text: string): string =>
  forms.reduce((replaced, [form, placeholder]) => replaced.replace(form, placeholder), text);
