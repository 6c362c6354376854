/** Set by proxy.ts on the way in: path and query of the page, to come back to after sign-in. */
export const PATH_HEADER = "x-holdfast-path";
/** Set by proxy.ts on the way in: the nonce of this response's content security policy. */
export const NONCE_HEADER = "x-nonce";
