import { minimalHandler } from "../../modules/events/handler";
import { EventsTier } from "../../modules/events/tier";
import { zip } from "../../modules/events/zip";
import { unwatchedCertificates } from "../support/certificates";
import { all, type Block, written } from "../support/module";
import { statements, wants } from "../support/statements";

const tier = written(EventsTier, {}, { authorizer: "iam" });
const { queue, failed } = tier.resource.aws_sqs_queue as Readonly<Record<string, Block>>;
const worker = tier.resource.aws_lambda_function?.worker as Block;
const actionsOf = (document: string) =>
  statements(tier, document)
    .filter(({ effect }) => effect !== "Deny")
    .flatMap(({ actions }) => actions);

describe("the queue of events", () => {
  it("and that of what failed are encrypted under the tier's key, and refuse plain HTTP", () => {
    for (const [name, one] of all(tier, "aws_sqs_queue")) {
      expect(one.kms_master_key_id).toBe("${aws_kms_key.events.arn}");
      const [statement] = statements(tier, `${name}_policy`);
      expect(statement).toMatchObject({ effect: "Deny", actions: ["sqs:*"] });
      expect(wants(statement as Block, "aws:SecureTransport")).toEqual(["false"]);
    }
  });

  it("sets an event apart after some attempts, where nothing but this queue may put it", () => {
    expect(queue?.redrive_policy).toContain('"maxReceiveCount" = var.max_attempts');
    expect(failed?.redrive_allow_policy).toContain('"redrivePermission" = "byQueue"');
    expect(failed?.message_retention_seconds).toBe(14 * 86_400);
  });

  it("hands an event out again only when the function's time is over", () => {
    expect(queue?.visibility_timeout_seconds).toBe("${(var.timeout_seconds * 6)}");
  });
});

describe("the API of events", () => {
  const stage = tier.resource.aws_apigatewayv2_stage?.stage as Block;

  it("lets in only whom IAM allows, by its own name and TLS 1.2", () => {
    expect(all(tier, "aws_apigatewayv2_route").map(([, route]) => route.authorization_type)).toEqual(["AWS_IAM"]);
    expect(tier.resource.aws_apigatewayv2_api?.api?.disable_execute_api_endpoint).toBe(true);
    expect(tier.resource.aws_apigatewayv2_domain_name?.regional?.domain_name_configuration).toMatchObject({
      security_policy: "TLS_1_2",
    });
  });

  it("holds callers to a rate, and writes down who called, but not what was sent", () => {
    expect(stage.default_route_settings).toMatchObject({
      throttling_rate_limit: "${var.requests_per_second}",
      throttling_burst_limit: "${var.burst_requests}",
    });
    expect(stage.access_log_settings.destination_arn).toBe("${aws_cloudwatch_log_group.intake_log.arn}");
    expect(stage.access_log_settings.format).not.toMatch(/body|authorizer/i);
  });

  it("can put events into the queue, and not read them", () => {
    expect(actionsOf("intake_role_permissions").sort()).toEqual([
      "kms:Decrypt",
      "kms:GenerateDataKey",
      "sqs:SendMessage",
    ]);
  });
});

it("lets customers' browsers in by their tokens where the region has customers, from the shop's pages only", () => {
  const { resource } = written(EventsTier, {}, { authorizer: "jwt" });
  expect(resource.aws_apigatewayv2_route?.post).toMatchObject({ authorization_type: "JWT" });
  expect(resource.aws_apigatewayv2_authorizer?.customers?.jwt_configuration).toEqual({
    issuer: "${var.token_issuer}",
    audience: ["${var.token_audience}"],
  });
  expect(resource.aws_apigatewayv2_api?.api?.cors_configuration.allow_origins).toEqual(["https://${var.domain}"]);
});

describe("the name that all regions answer", () => {
  const shared = written(EventsTier, {}, { authorizer: "jwt", sharesName: true });
  const name = "events.${var.domain}";
  const { aws_apigatewayv2_domain_name: names, aws_apigatewayv2_api_mapping: mappings } = shared.resource;

  it("is answered by the same API as the region's own, by TLS 1.2", () => {
    expect(names?.shared).toMatchObject({
      domain_name: name,
      domain_name_configuration: { endpoint_type: "REGIONAL", security_policy: "TLS_1_2" },
    });
    expect({ ...mappings?.shared_mapping, domain_name: undefined }).toEqual({
      ...mappings?.mapping,
      domain_name: undefined,
    });
    expect(mappings?.shared_mapping?.domain_name).toBe("${aws_apigatewayv2_domain_name.shared.id}");
  });

  it("has a certificate in the region, whose validation record no region owns", () => {
    expect(shared.resource.aws_acm_certificate?.shared_certificate?.domain_name).toBe(name);
    expect(names?.shared?.domain_name_configuration.certificate_arn).toBe(
      "${aws_acm_certificate_validation.shared_certificate_validated.certificate_arn}",
    );
    const validating = all(shared, "aws_route53_record").filter(([, { records }]) => records);
    expect(validating.map(([, record]) => record.name)).toEqual([
      expect.stringContaining("aws_acm_certificate.certificate."),
    ]);
    expect(unwatchedCertificates(shared, "${var.alert_topic_arn}")).toEqual([]);
  });

  it("leads nowhere by itself: a region registers where it is found, and tells services both names", () => {
    const aliases = all(shared, "aws_route53_record").filter(([, { alias }]) => alias);
    expect(aliases.map(([, record]) => [record.name, record.alias.name])).toEqual([
      [`events.\${local.region}.\${var.domain}`, expect.stringContaining("domain_name.regional.")],
      [`\${local.region}.${name}`, expect.stringContaining("domain_name.shared.")],
    ]);
    expect(shared.resource.aws_ssm_parameter?.endpoint?.value).toContain(`"sharedEndpoint" = "https://${name}/"`);
  });

  it("is none where IAM lets callers in: a signature names its region", () => {
    expect(all(tier, "aws_apigatewayv2_domain_name")).toHaveLength(1);
    expect(JSON.stringify(tier.resource)).not.toContain(name);
  });
});

describe("the function of events", () => {
  it("runs in the app subnets, in a group of its own, with encrypted variables", () => {
    expect(worker).toMatchObject({
      vpc_config: { subnet_ids: "${var.app_subnet_ids}", security_group_ids: "${var.events_group_ids}" },
      kms_key_arn: "${aws_kms_key.events.arn}",
    });
  });

  it("reserves nothing of the account's concurrency, and the queue hands it no more than it was given", () => {
    // A new account has 10 in all, and AWS keeps 100 for all others: it would refuse any.
    expect(worker).not.toHaveProperty("reserved_concurrent_executions");
    expect(tier.resource.aws_lambda_event_source_mapping?.work).toMatchObject({
      function_response_types: ["ReportBatchItemFailures"],
      scaling_config: { maximum_concurrency: "${var.max_concurrency}" },
    });
  });

  it("may take events and write its log; the network's interfaces are Lambda's affair, not its code's", () => {
    const [denied] = statements(tier, "worker_role_permissions").filter(({ effect }) => effect === "Deny");
    const allowed = actionsOf("worker_role_permissions").filter((action) => !denied?.actions.includes(action));
    expect(allowed.sort()).toEqual([
      "kms:Decrypt",
      "logs:CreateLogStream",
      "logs:PutLogEvents",
      "sqs:ChangeMessageVisibility",
      "sqs:DeleteMessage",
      "sqs:GetQueueAttributes",
      "sqs:ReceiveMessage",
    ]);
    expect(wants(denied as Block, "lambda:SourceFunctionArn")).toEqual([
      expect.stringMatching(/:function:\$\{var.name_prefix\}-events$/),
    ]);
  });

  it("keeps its code in a bucket whose accesses are logged with those of the region", () => {
    expect(tier.resource.aws_s3_bucket_logging?.code_access_log).toMatchObject({
      bucket: "${aws_s3_bucket.code_bucket.id}",
      target_bucket: "${var.access_log_bucket_name}",
    });
  });

  it("runs a container instead where one is named, and then has no bucket", () => {
    const { resource } = written(
      EventsTier,
      { workload: "container", containerImage: "shop/events:1" },
      { authorizer: "iam" },
    );
    expect(resource.aws_lambda_function?.worker).toMatchObject({ package_type: "Image" });
    expect(resource.aws_lambda_function?.worker?.image_uri).toMatch(/\.dkr\.ecr\..*\/\$\{var.container_image\}$/);
    expect(resource).not.toHaveProperty("aws_s3_bucket");
  });
});

describe("the minimal handler", () => {
  it("acknowledges events, and hands back what is no JSON", async () => {
    const module: { handler?: (event: object) => Promise<unknown> } = {};
    new Function("exports", minimalHandler)(module);
    const record = (messageId: string, body: string) => ({ messageId, body });
    const answer = await module.handler?.({ Records: [record("good", '{"order":1}'), record("bad", "order 1")] });
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: "bad" }] });
  });

  it("is in an archive that Lambda can read: the file, its checksum, its mode", () => {
    const archive = zip("index.js", minimalHandler);
    expect(archive.readUInt32LE(0)).toBe(0x04034b50);
    expect(archive.subarray(38, 38 + minimalHandler.length).toString()).toBe(minimalHandler);
    const entry = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    expect(archive.readUInt32LE(entry + 38) >>> 16).toBe(0o100644);
    expect(tier.resource.aws_s3_object?.code?.content_base64).toBe(archive.toString("base64"));
  });
});

it("tells the region's topic when events are refused, wait, fail or are given up", () => {
  const alarms = all(tier, "aws_cloudwatch_metric_alarm");
  expect(alarms.map(([name]) => name).sort()).toEqual([
    "certificate_expiry",
    "failing",
    "given_up",
    "refused",
    "throttled",
    "waiting",
  ]);
  for (const [, alarm] of alarms) expect(alarm.alarm_actions).toEqual(["${var.alert_topic_arn}"]);
});

it("gives both roles the permission boundary, and keeps both logs encrypted and for a time", () => {
  for (const [, role] of all(tier, "aws_iam_role")) expect(role.permissions_boundary).toBe("${var.boundary_arn}");
  for (const [, log] of all(tier, "aws_cloudwatch_log_group"))
    expect(log).toMatchObject({ kms_key_id: "${var.logs_key_arn}", retention_in_days: "${var.log_retention_days}" });
});
