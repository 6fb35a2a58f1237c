/** What functions of the platform's own run on. AWS provider 5 knows no newer one. */
export const runtime = "nodejs22.x";
