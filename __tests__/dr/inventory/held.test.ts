import { withoutHeld } from "../../../dr/inventory/held";
import type { Item } from "../../../dr/inventory/item";
import type { Managed } from "../../../terraform/state";

const arn = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:111122223333:${resource}`;
const item = (type: string, id: string, name?: string): Item => ({ type, id, ...(name ? { name } : {}), settings: {} });
const managed = (type: string, attributes: Managed["attributes"]): Managed => ({
  ...{ address: `module.baseline.${type}.one`, type, attributes, tainted: false },
});
const left = (items: readonly Item[], ...made: Managed[]) =>
  withoutHeld(items, [{ region: "eu-west-1", managed: made }]).map(({ id }) => id);

it.each<[string, Item, Managed]>([
  ["its id", item("aws_s3_bucket", "states"), managed("aws_s3_bucket", { id: "states" })],
  ["its ARN", item("aws_kms_key", arn("kms", "key/1")), managed("aws_kms_key", { id: "1", arn: arn("kms", "key/1") })],
  [
    "the name that its replicas have, too",
    item("aws_secretsmanager_secret", arn("secretsmanager", "secret:blue-x"), "blue"),
    managed("aws_secretsmanager_secret", { id: "arn:aws:secretsmanager:us-east-1:1:secret:blue-x", name: "blue" }),
  ],
  [
    "its region, where a region has one",
    item("aws_ebs_encryption_by_default", "eu-west-1"),
    managed("aws_ebs_encryption_by_default", { id: "terraform-20261123" }),
  ],
  [
    "zone, name, type and set of a record",
    item("aws_route53_record", "Z1 www.example.com. A live"),
    managed("aws_route53_record", {
      ...{
        id: "Z1_www_A_live",
        zone_id: "Z1",
        name: "www",
        fqdn: "www.example.com",
        type: "A",
        set_identifier: "live",
      },
    }),
  ],
])("leaves out what another root has made, by %s", (_, one, made) => {
  expect(left([one], made)).toEqual([]);
});

it("keeps what only looks like it: another type, another record of the name, another region's", () => {
  const items = [
    item("aws_iam_policy", "shop-drill", "shop-drill"),
    item("aws_route53_record", "Z1 www.example.com. AAAA live"),
    item("aws_ebs_encryption_by_default", "eu-central-1"),
  ];
  const record = { zone_id: "Z1", name: "www", fqdn: "www.example.com", type: "A", set_identifier: "live" };
  expect(
    left(
      items,
      managed("aws_iam_role", { id: "shop-drill", name: "shop-drill" }),
      managed("aws_route53_record", record),
      managed("aws_ebs_encryption_by_default", { id: "terraform-20261123" }),
    ),
  ).toEqual(items.map(({ id }) => id));
});
