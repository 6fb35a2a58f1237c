import { evaluated } from "../../../terraform/values/evaluate";

const known = new Map<string, unknown>([
  ["var.max_per_zone", 6],
  ["var.subnet_ids", ["${aws_subnet.a.id}", "${aws_subnet.b.id}"]],
  ["var.ephemeral", false],
  ["var.name", "prod"],
  ["var.nothing", null],
]);
const of = (text: string): unknown => evaluated(text, (path) => known.get(path.join(".")));

it.each([
  ["${var.max_per_zone}", 6],
  ["${(var.max_per_zone * length(var.subnet_ids))}", 12],
  ["${!var.ephemeral}", true],
  ["${var.ephemeral ? 0 : 30}", 30],
  ["${(var.nothing == null) ? var.max_per_zone : 0}", 6],
  ["${element(var.subnet_ids, 3)}", "${aws_subnet.b.id}"],
  ["${concat(var.subnet_ids, [var.name])}", ["${aws_subnet.a.id}", "${aws_subnet.b.id}", "prod"]],
  ["cron(0 0/${tostring(var.max_per_zone)} * * ? *)", "cron(0 0/6 * * ? *)"],
])("reckons %s", (text, value) => {
  expect(of(text)).toEqual(value);
});

it.each([
  "${aws_vpc.shop.id}",
  "${var.max_per_zone * aws_vpc.shop.count}",
  "${unheard_of(var.name)}",
  "a-${aws_vpc.shop.id}",
])("leaves %s as it is written, because only an apply tells", (text) => {
  expect(of(text)).toBe(text);
});
