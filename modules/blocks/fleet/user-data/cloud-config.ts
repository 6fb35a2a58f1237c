/** The part of cloud-init's configuration that fleets use, with cloud-init's names. */
export interface CloudConfig {
  readonly packages?: readonly string[];
  readonly write_files?: readonly File[];
  readonly runcmd?: readonly (readonly string[])[];
}

export interface File {
  readonly path: string;
  readonly content: string;
  readonly permissions?: string;
}
