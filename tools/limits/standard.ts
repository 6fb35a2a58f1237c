/** Whether EC2's quotas of standard instances count a type: families A, C, D, H, I, M, R, T and Z, but not HPC. */
export const isStandard = (type: string): boolean => /^(?!hpc)[acdhimrtz]/.test(type);
