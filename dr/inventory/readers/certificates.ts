import { DescribeCertificateCommand, KeyAlgorithm, paginateListCertificates } from "@aws-sdk/client-acm";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Reader } from "../reader";

/** ACM certificates of every key type (AWS lists only RSA 2048 unless asked). */
export const certificates: Reader = {
  service: "ACM",
  async list({ acm: client }) {
    const pages = paginateListCertificates({ client }, { Includes: { keyTypes: Object.values(KeyAlgorithm) } });
    const found = await everyItem(pages, (page) => page.CertificateSummaryList);
    return Promise.all(
      found.map(async ({ CertificateArn }) => {
        const { Certificate } = await client.send(new DescribeCertificateCommand({ CertificateArn }));
        return {
          type: "aws_acm_certificate",
          id: given(CertificateArn),
          name: Certificate?.DomainName,
          settings: {
            domainName: Certificate?.DomainName,
            subjectAlternativeNames: Certificate?.SubjectAlternativeNames,
            status: Certificate?.Status,
            type: Certificate?.Type,
            keyAlgorithm: Certificate?.KeyAlgorithm,
            validationMethods: Certificate?.DomainValidationOptions?.map(({ ValidationMethod }) => ValidationMethod),
            transparencyLogging: Certificate?.Options?.CertificateTransparencyLoggingPreference,
          },
        };
      }),
    );
  },
};
