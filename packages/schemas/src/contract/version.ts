/**
 * The version of the contract (semver). Its first number is the `v1` that every path of the contract begins with; the
 * others grow with what is added. It is not the version of this package.
 */
export const contractVersion = '1.0.0';
