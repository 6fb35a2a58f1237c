interface Tag {
  readonly Key?: string;
  readonly Value?: string;
}

/** The value of a tag, if the resource has it. */
export const tag = (tags: readonly Tag[] | undefined, key: string): string | undefined =>
  tags?.find(({ Key }) => Key === key)?.Value;

/** The name that people see: EC2 keeps it in a tag. */
export const nameTag = (tags: readonly Tag[] | undefined): { name?: string } => {
  const name = tag(tags, "Name");
  return name ? { name } : {};
};
