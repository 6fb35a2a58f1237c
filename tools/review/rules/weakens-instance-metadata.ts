import { ranked } from "../guards/guard";
import { weakening } from "../guards/weakening";

const tokens = ranked(["metadata_options", 0, "http_tokens"], "Tokens for the metadata service", [
  "optional",
  "required",
]);

/** Without tokens, a program that can be made to fetch an address gives away the credentials of its instance. */
export const weakensInstanceMetadata = weakening({
  id: "weakens-instance-metadata",
  about: "Instances give their credentials without a token (IMDSv1).",
  cannotSee: "What the account takes by default, where a resource does not say it.",
  guards: {
    aws_ec2_instance_metadata_defaults: [
      ranked(["http_tokens"], "Tokens for the metadata service", ["no-preference", "optional", "required"]),
    ],
    aws_instance: [tokens],
    aws_launch_configuration: [tokens],
    aws_launch_template: [tokens],
  },
  weaker: "high",
  weakFromTheStart: "medium",
  means: "A program that can be made to fetch an address gives away the role of its instance.",
  wayOut: 'Say http_tokens = "required".',
});
