/** `privateSubnetIds` and `private-subnet-ids` -> `private_subnet_ids`. */
export const snake = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/-/g, "_")
    .toLowerCase();
