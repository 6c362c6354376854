import pino from "pino";

/** Never log input, addresses, tokens or comments: ids and codes only. */
export const log = pino({
  base: null,
  redact: ["*.password", "*.token", "*.email", "password", "token", "email"],
});
