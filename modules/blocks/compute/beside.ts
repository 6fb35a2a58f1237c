/**
 * Keeps what serves until all that led to it leads to what comes after it, even when the configuration no longer has it.
 *
 * Terraform notes it in the state, which is all that it knows of what is gone from the configuration.
 * https://github.com/hashicorp/terraform/pull/24084
 */
export const beside = { createBeforeDestroy: true } as const;
