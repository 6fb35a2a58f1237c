import { Hidden, isBlock, Opened, type Shown, Unknown } from "../../secrets/shown";

/** Whether two values are the same; what is not known yet is the same as nothing. */
export function same(one: Shown, other: Shown): boolean {
  if (one instanceof Unknown || other instanceof Unknown) return false;
  if (one instanceof Hidden || other instanceof Hidden)
    return one instanceof Hidden && other instanceof Hidden && one.text === other.text;
  if (one instanceof Opened || other instanceof Opened)
    return one instanceof Opened && other instanceof Opened && one.as === other.as && same(one.value, other.value);
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((member, index) => same(member, other[index] ?? null));
  if (!isBlock(one) || !isBlock(other)) return one === other;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => same(one[name] ?? null, other[name] ?? null));
}

/** Whether a value says nothing: Terraform writes such for what is not set. */
export const isNothing = (value: Shown | undefined): boolean =>
  value === undefined ||
  value === null ||
  value === "" ||
  (Array.isArray(value) && value.length === 0) ||
  isEmpty(value);

const isEmpty = (value: Shown): boolean => isBlock(value) && Object.values(value).every(isNothing);
