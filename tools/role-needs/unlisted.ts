/**
 * Actions that AWS asks for, though its list of actions has them not: IAM takes policies with them all the same.
 *
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagementv2.html
 */
export const unlisted: readonly string[] = [
  // For a stage of an HTTP API that has tags from the start.
  // https://github.com/hashicorp/terraform-provider-aws/issues/20634
  // https://github.com/aws-amplify/amplify-studio/issues/889
  "apigateway:TagResource",
];
