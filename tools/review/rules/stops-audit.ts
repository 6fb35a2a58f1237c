import type { Attributes } from "../../../terraform/plan/resource-changes";
import { blocksIn } from "../../../terraform/values/resource";
import { type Guard, given, on, ranked } from "../guards/guard";
import { weakening } from "../guards/weakening";

const enough = 0;
/** What a trail records; all management events where nothing is selected. */
const events: Guard = {
  path: ["event_selector"],
  worth: (selectors) => {
    const all = blocksIn({ selectors }, "selectors");
    return Number(all.length === 0 || all.some(isWhole));
  },
  enough,
  changed: () => "The trail records a part of what is done only.",
  made: () => "The trail records a part of what is done only.",
};
const isWhole = ({
  include_management_events,
  read_write_type,
  exclude_management_event_sources,
}: Attributes): boolean =>
  include_management_events !== false &&
  (read_write_type ?? "All") === "All" &&
  !(Array.isArray(exclude_management_event_sources) && exclude_management_event_sources.length > 0);

/** Types of resources that Config records. */
const recorded: Guard = {
  path: ["recording_group", 0],
  worth: (group) => {
    const { all_supported, resource_types, exclusion_by_resource_types } = Object(group);
    if (
      all_supported !== false &&
      blocksIn({ exclusion_by_resource_types }, "exclusion_by_resource_types").length === 0
    )
      return 1_000;
    return Array.isArray(resource_types) ? resource_types.length : 0;
  },
  enough,
  changed: () => "Config records fewer types of resources.",
  made: () => "Config records some types of resources only.",
};

/** Who did what is known only if it was recorded. */
export const stopsAudit = weakening({
  id: "stops-audit",
  about: "What records or watches what is done in an account does less, or is removed.",
  cannotSee: "Trails and detectors of the organisation, which go on.",
  guards: {
    aws_cloudtrail: [
      on(["enable_logging"], "The trail", { unsaid: true }),
      { ...on(["is_multi_region_trail"], "Recording of every region"), enough },
      { ...on(["include_global_service_events"], "Recording of global services", { unsaid: true }), enough },
      { ...on(["enable_log_file_validation"], "The proof that nobody has changed a log"), severity: "medium", enough },
      events,
    ],
    aws_cloudtrail_event_data_store: [
      { ...on(["multi_region_enabled"], "Recording of every region", { unsaid: true }), enough },
    ],
    aws_config_configuration_recorder: [recorded],
    aws_config_configuration_recorder_status: [on(["is_enabled"], "The recorder")],
    aws_guardduty_detector: [
      on(["enable"], "The detector", { unsaid: true }),
      {
        ...ranked(["finding_publishing_frequency"], "How often findings are told", [
          "SIX_HOURS",
          "ONE_HOUR",
          "FIFTEEN_MINUTES",
        ]),
        severity: "medium",
        enough,
      },
    ],
    aws_guardduty_detector_feature: [{ ...ranked(["status"], "A protection", ["DISABLED", "ENABLED"]), enough }],
    aws_inspector2_enabler: [{ ...given(["resource_types"], "What Inspector scans"), enough }],
    aws_macie2_account: [{ ...ranked(["status"], "Macie", ["PAUSED", "ENABLED"]), enough }],
  },
  apart: {
    aws_accessanalyzer_analyzer: { what: "The analyzer of access" },
    aws_cloudtrail: { what: "The trail" },
    aws_config_config_rule: { what: "A rule that checks the configuration" },
    aws_config_configuration_recorder: { what: "The recorder of the configuration" },
    aws_config_configuration_recorder_status: { what: "The recorder of the configuration" },
    aws_config_delivery_channel: { what: "Where the configuration is recorded" },
    aws_detective_graph: { what: "The graph of Detective" },
    aws_guardduty_detector: { what: "The detector of threats" },
    aws_guardduty_detector_feature: { what: "A protection of the detector", of: "detector_id" },
    aws_inspector2_enabler: { what: "Scanning for weaknesses" },
    aws_macie2_account: { what: "Macie" },
    aws_securityhub_account: { what: "Security Hub" },
    aws_securityhub_standards_subscription: { what: "A standard of Security Hub" },
  },
  weaker: "high",
  weakFromTheStart: "medium",
  means: "What happens from then on, nobody sees.",
  wayOut: "Leave it on, and reduce its cost by what it stores for how long.",
});
