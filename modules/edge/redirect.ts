import { CloudfrontFunction } from "@cdktf/provider-aws/lib/cloudfront-function";
import type { Construct } from "constructs";

/**
 * Redirects every other name of the shop to its domain, with path and query, at the edge.
 *
 * So the origin is always asked under one name: its certificate is for it, and what is kept is kept once.
 */
export const redirectCode = (domain: string): string =>
  `
function query(parameters) {
  var pairs = [];
  for (var name in parameters) {
    var values = parameters[name].multiValue || [parameters[name]];
    for (var i = 0; i < values.length; i++) pairs.push(values[i].value === "" ? name : name + "=" + values[i].value);
  }
  return pairs.length === 0 ? "" : "?" + pairs.join("&");
}

function handler(event) {
  var request = event.request;
  if (request.headers.host.value === "${domain}") return request;
  var location = "https://${domain}" + request.uri + query(request.querystring);
  return { statusCode: 301, statusDescription: "Moved Permanently", headers: { location: { value: location } } };
}
`.trimStart();

/** The function, published. */
export const redirect = (scope: Construct, namePrefix: string, domain: string): string =>
  new CloudfrontFunction(scope, "redirect", {
    name: `${namePrefix}-redirect`,
    comment: "Redirects the shop's other names to its domain",
    runtime: "cloudfront-js-2.0",
    code: redirectCode(domain),
    publish: true,
  }).arn;
