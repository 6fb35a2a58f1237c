import { free, type Kind, priced, within } from "../kind";

/** Requests that an event costs at its queue: written, read, and deleted. */
const requestsPerEvent = 3;

export const messaging: Readonly<Record<string, Kind>> = {
  aws_apigatewayv2_api: priced((api, use) => [
    { what: "requests", sku: "apigw.http.perM.0-300M", quantity: use.share("eventsMillion", api), per: "use" },
  ]),
  aws_apigatewayv2_stage: within("the API"),
  aws_apigatewayv2_route: within("the API"),
  aws_apigatewayv2_integration: within("the API"),
  aws_apigatewayv2_authorizer: within("the API"),
  aws_apigatewayv2_domain_name: free("a domain name is free"),
  aws_apigatewayv2_api_mapping: free("a domain name is free"),
  aws_sqs_queue: priced((queue, use) =>
    // What failed is the exception; the queue that hands over to another one has the events.
    queue.values.redrive_policy === undefined
      ? []
      : [
          {
            what: "requests",
            sku: "sqs.standard.perM",
            quantity:
              requestsPerEvent * use.share("eventsMillion", queue, ({ values }) => values.redrive_policy !== undefined),
            per: "use",
          },
        ],
  ),
};
