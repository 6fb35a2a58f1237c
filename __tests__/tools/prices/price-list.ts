import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A rate as a file of the price list has it. */
interface Listed {
  readonly sku: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly rates: readonly { readonly usd: string; readonly from?: string }[];
}

/** A file of the Price List Bulk API, in the order in which AWS writes it. */
export const offerFile = (listed: readonly Listed[]): string =>
  JSON.stringify({
    formatVersion: "v1.0",
    disclaimer: "This pricing list is for informational purposes only.",
    offerCode: "Test",
    version: "20261101000000",
    publicationDate: "2026-11-01T00:00:00Z",
    products: Object.fromEntries(
      listed.map(({ sku, attributes }) => [sku, { sku, productFamily: "Test", attributes }]),
    ),
    terms: {
      OnDemand: Object.fromEntries(
        listed.map(({ sku, rates }) => [
          sku,
          {
            [`${sku}.JRTCKXETXF`]: {
              offerTermCode: "JRTCKXETXF",
              sku,
              effectiveDate: "2026-11-01T00:00:00Z",
              priceDimensions: Object.fromEntries(
                rates.map(({ usd, from = "0" }, index) => {
                  const rateCode = `${sku}.JRTCKXETXF.RATE${index}`;
                  return [
                    rateCode,
                    { rateCode, beginRange: from, endRange: "Inf", unit: "Hrs", pricePerUnit: { USD: usd } },
                  ];
                }),
              ),
              termAttributes: {},
            },
          },
        ]),
      ),
      Reserved: { SOMETHING: { "SOMETHING.4NA7Y494T4": { sku: "SOMETHING", priceDimensions: {} } } },
    },
  });

/** Serves files by their path, in small pieces, until `close`. */
export async function serve(files: Readonly<Record<string, string>>): Promise<{ address: string; server: Server }> {
  const server = createServer(({ url = "" }, response) => {
    const text = files[url];
    response.statusCode = text === undefined ? 404 : 200;
    for (let at = 0; at < (text?.length ?? 0); at += 100) response.write(text?.slice(at, at + 100));
    response.end();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
