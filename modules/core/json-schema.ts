/** JSON Schema, as zod writes what contracts use of it. */
export interface Json {
  readonly type?: string | readonly string[];
  readonly items?: Json;
  readonly properties?: Readonly<Record<string, Json>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Json;
  readonly propertyNames?: Json;
  readonly anyOf?: readonly Json[];
  readonly oneOf?: readonly Json[];
  readonly enum?: readonly unknown[];
  /** What the schema's own message says of a pattern, or of choices. */
  readonly words?: string;
  readonly [keyword: string]: unknown;
}
