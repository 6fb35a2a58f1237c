import { review } from "../../../../tools/review/review";

/** How an update of a resource is told: each attribute in a line. */
function told(type: string, before: object, after: object, marks: object = {}): string[] {
  const change = { actions: ["update"], before, after, ...marks };
  const [plan] = review([
    { root: "root", json: { resource_changes: [{ address: `${type}.it`, type, change }] } },
  ]).plans;
  return (plan?.changes[0]?.attributes ?? []).map(({ path, before, after, words, known }) =>
    words ? `${path}: ${words.join(" / ")}` : `${path}: ${before} -> ${known ? after : "?"}`,
  );
}

const policy = (...statements: object[]): string => JSON.stringify({ Version: "2012-10-17", Statement: statements });

it.each([
  [
    "a block by its name, and not by where it stands",
    "aws_wafv2_web_acl",
    {
      rule: [
        { name: "a", priority: 1, action: [{ block: [{}] }] },
        { name: "b", priority: 2, action: [] },
      ],
    },
    {
      rule: [
        { name: "b", priority: 1, action: [] },
        { name: "a", priority: 2, action: [{ block: [{}] }] },
      ],
    },
    ["rule[a].priority: 1 -> 2", "rule[b].priority: 2 -> 1", 'rule[order]: ["a","b"] -> ["b","a"]'],
  ],
  [
    "a rule of a security group by its protocol and ports",
    "aws_security_group",
    {
      ingress: [
        { from_port: 443, to_port: 443, protocol: "tcp", cidr_blocks: ["10.0.0.0/8"], description: "" },
        { from_port: 8000, to_port: 8100, protocol: "tcp", cidr_blocks: ["10.0.0.0/8"], description: "" },
      ],
    },
    {
      ingress: [
        { from_port: 8000, to_port: 8100, protocol: "tcp", cidr_blocks: ["10.0.0.0/8"], description: "" },
        { from_port: 443, to_port: 443, protocol: "tcp", cidr_blocks: ["10.0.0.0/8", "0.0.0.0/0"], description: "" },
      ],
    },
    ['ingress[tcp 443].cidr_blocks[]: null -> "0.0.0.0/0"'],
  ],
  [
    "a behavior of a distribution by its path",
    "aws_cloudfront_distribution",
    {
      ordered_cache_behavior: [
        { path_pattern: "/api/*", viewer_protocol_policy: "https-only", compress: true },
        { path_pattern: "/img/*", viewer_protocol_policy: "https-only", compress: true },
      ],
    },
    {
      ordered_cache_behavior: [
        { path_pattern: "/api/*", viewer_protocol_policy: "allow-all", compress: true },
        { path_pattern: "/img/*", viewer_protocol_policy: "https-only", compress: true },
      ],
    },
    ['ordered_cache_behavior[/api/*].viewer_protocol_policy: "https-only" -> "allow-all"'],
  ],
  [
    "the only block of its kind without a number, and what is below it as a path",
    "aws_cloudfront_distribution",
    { viewer_certificate: [{ minimum_protocol_version: "TLSv1.2_2021" }] },
    { viewer_certificate: [{ minimum_protocol_version: "TLSv1" }] },
    ['viewer_certificate.minimum_protocol_version: "TLSv1.2_2021" -> "TLSv1"'],
  ],
  [
    "JSON in a text by what it says: containers and their environment by name",
    "aws_ecs_task_definition",
    {
      container_definitions: JSON.stringify([
        { name: "app", image: "app:1", environment: [{ name: "LEVEL", value: "info" }] },
        { name: "proxy", image: "envoy:1" },
      ]),
    },
    {
      container_definitions: JSON.stringify([
        { image: "envoy:1", name: "proxy" },
        { name: "app", environment: [{ name: "LEVEL", value: "debug" }], image: "app:2" },
      ]),
    },
    [
      'container_definitions[app].image: "app:1" -> "app:2"',
      'container_definitions[app].environment[LEVEL]: "info" -> "debug"',
    ],
  ],
  [
    "members of a set one by one",
    "aws_lb",
    { subnets: ["subnet-a", "subnet-b"] },
    { subnets: ["subnet-b", "subnet-c"] },
    ['subnets[]: "subnet-a" -> null', 'subnets[]: null -> "subnet-c"'],
  ],
  [
    "a script in Base64 as the text that it is",
    "aws_launch_template",
    { user_data: Buffer.from("#!/bin/sh\necho one\n").toString("base64") },
    { user_data: Buffer.from("#!/bin/sh\necho two\n").toString("base64") },
    ['user_data[decoded]: "#!/bin/sh\\necho one\\n" -> "#!/bin/sh\\necho two\\n"'],
  ],
  [
    "nothing of an empty value for another",
    "aws_lb",
    { access_logs: [], name_prefix: null, idle: 60 },
    { access_logs: null, name_prefix: "", idle: 61 },
    ["idle: 60 -> 61"],
  ],
])("tells %s", (_, type, before, after, expected) => {
  expect(told(type, before, after)).toEqual(expected);
});

it("tells what is known after the apply only", () => {
  const unknown = { after_unknown: { policy: true } };
  expect(told("aws_iam_policy", { policy: "{}" }, {}, unknown)).toEqual(["policy: {} -> ?"]);
});

const read = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" };

it.each([
  [
    "the same, however it is written",
    policy(read, { Sid: "x", Effect: "Deny", Action: ["s3:*", "ec2:*"], Resource: "*", Principal: { AWS: "*" } }),
    policy(
      { Sid: "y", Effect: "Deny", Action: ["ec2:*", "S3:*"], Resource: ["*"], Principal: "*" },
      { ...read, Action: ["s3:GetObject"] },
    ),
    ["It means the same as before."],
  ],
  [
    "one statement as two",
    policy({ ...read, Action: ["s3:GetObject", "s3:PutObject"] }),
    policy(read, { ...read, Action: "s3:PutObject" }),
    ["It means the same as before."],
  ],
  [
    "an action more",
    policy(read),
    policy({ ...read, Action: ["s3:PutObject", "s3:GetObject"] }),
    ["Becomes allowed: s3:PutObject on arn:aws:s3:::b/*"],
  ],
  [
    "a wildcard, by which what was listed before stays",
    policy({ ...read, Action: ["s3:GetObject", "s3:PutObject"] }),
    policy({ ...read, Action: "s3:*" }),
    ["Becomes allowed: s3:* on arn:aws:s3:::b/*"],
  ],
  [
    "a condition less",
    policy({ ...read, Principal: "*", Condition: { StringEquals: { "aws:SourceVpce": ["vpce-1"] } } }),
    policy({ ...read, Principal: "*" }),
    ["Becomes allowed: s3:GetObject on arn:aws:s3:::b/* to everybody (was allowed only if aws:SourceVpce is vpce-1)"],
  ],
  [
    "a condition more",
    policy({ ...read, Principal: "*" }),
    policy({ ...read, Principal: "*", Condition: { IpAddress: { "aws:SourceIp": ["10.0.0.0/8"] } } }),
    [
      "Is allowed no longer: s3:GetObject on arn:aws:s3:::b/* to everybody (is still allowed if aws:SourceIp is in 10.0.0.0/8)",
    ],
  ],
  [
    "a denial less",
    policy(read, { Effect: "Deny", Action: "s3:*", Resource: "*" }),
    policy(read),
    ["Is denied no longer: s3:* on everything"],
  ],
  [
    "a trust in somebody else",
    policy({ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } }),
    policy({ Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: "111122223333" } }),
    [
      "Becomes allowed: sts:AssumeRole to arn:aws:iam::111122223333:root",
      "Is allowed no longer: sts:AssumeRole to the service ec2.amazonaws.com",
    ],
  ],
  [
    "an exception that becomes smaller, which a wildcard in it must not hide",
    policy({ Effect: "Allow", NotAction: "s3:*", Resource: "*" }),
    policy({ Effect: "Allow", NotAction: "s3:Get*", Resource: "*" }),
    [
      "Becomes allowed: everything but s3:Get* on everything",
      "Is allowed no longer: everything but s3:* on everything",
    ],
  ],
])("tells of a policy %s", (_, before, after, words) => {
  expect(told("aws_iam_policy", { policy: before }, { policy: after })).toEqual([`policy: ${words.join(" / ")}`]);
});

it("tells of policies of thousands of grants before anybody has to wait", () => {
  const many = (prefix: string) => Array.from({ length: 2_000 }, (_, index) => `${prefix}:Action${index}`);
  const started = process.cpuUsage();
  const [one, other] = ["s3", "ec2"].map((prefix) =>
    policy({ Effect: "Allow", Action: many(prefix), Resource: many("arn") }),
  );
  expect(told("aws_iam_policy", { policy: one }, { policy: other })).toHaveLength(1);
  expect(process.cpuUsage(started).user).toBeLessThan(2_000_000);
});
