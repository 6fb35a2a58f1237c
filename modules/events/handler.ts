/**
 * The minimal handler, for Node.js: acknowledges events that are JSON, and hands the others back.
 *
 * What it hands back is tried again, and goes to the dead-letter queue in the end. It logs no event: customers' data is in it.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
export const minimalHandler = `"use strict";

const isJson = (text) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

exports.handler = async ({ Records }) => ({
  batchItemFailures: Records.filter(({ body }) => !isJson(body)).map(({ messageId }) => ({ itemIdentifier: messageId })),
});
`;
