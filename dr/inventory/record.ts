/** A list of keys and values as an object. */
export const record = (pairs: readonly { readonly Key?: string; readonly Value?: string }[] = []) =>
  Object.fromEntries(pairs.map(({ Key = "", Value }) => [Key, Value]));
