import { isObject } from "../../../terraform/is-object";
import type { Attributes, ResourceChange } from "../../../terraform/plan/resource-changes";
import { parsed } from "../secrets/inside";

/** A container of a task definition of ECS, before and after. */
export interface Container {
  readonly name: string;
  readonly before: Attributes | undefined;
  readonly after: Attributes;
}

/** The containers that a task definition will have, as far as they are known. */
export function containers({ before, after }: ResourceChange): Container[] {
  const was = new Map(definitions(before).map((one) => [`${one.name}`, one]));
  return definitions(after).map((one) => ({ name: `${one.name}`, before: was.get(`${one.name}`), after: one }));
}

const definitions = (values: Attributes | null): Attributes[] =>
  [parsed(`${values?.container_definitions}`) ?? []].flat().filter(isObject);
