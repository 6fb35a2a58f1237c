/** What load balancers agree to: TLS 1.3 or 1.2 with forward secrecy, and a key exchange that withstands quantum computers. */
export const tlsPolicy = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09";
