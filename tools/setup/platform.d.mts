/** This machine's platform in Terraform's words, such as linux_amd64. */
export const platform: string;
