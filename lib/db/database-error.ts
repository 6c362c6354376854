import { AppError } from "@/lib/errors";

/** SQLSTATE of a database error, through Prisma or straight from the driver. */
export function sqlState(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  const { code, meta } = error as { code?: unknown; meta?: { driverAdapterError?: unknown } };
  const cause = (meta?.driverAdapterError as { cause?: { originalCode?: unknown } } | undefined)
    ?.cause;
  if (typeof cause?.originalCode === "string") return cause.originalCode;
  return typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** Nobody listens, or the line was cut; the second row is Prisma's for the same. */
const UNREACHABLE = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "EPIPE", "EHOSTUNREACH", "ENOTFOUND"],
  ...["P1001", "P1002", "P1008", "P1017", "P2024"],
]);

/** A line that breaks off has no code: the driver has only these words for it. */
const BROKEN_OFF =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect)/;

function isUnreachable(state: string | undefined, error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code === "string" && UNREACHABLE.has(code)) return true;
  // The server ends, crashed, or is not up yet.
  if (state?.startsWith("08") || state?.startsWith("57P0") || state === "53300") return true;
  return error instanceof Error && BROKEN_OFF.test(String(message));
}

/** Matches by SQLSTATE, never by constraint name; what it does not know passes through. */
export function toAppError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const state = sqlState(error);
  const code = (error as { code?: unknown } | null)?.code;
  if (state === "23505" || code === "P2002") {
    return new AppError("CONFLICT", "That already exists.", { cause: error });
  }
  if (state === "23503" || code === "P2003" || code === "P2025") {
    return new AppError("NOT_FOUND", "There is no such row.", { cause: error });
  }
  if (state === "22021" || state === "22P05") {
    return new AppError(
      "INVALID_INPUT",
      "A text holds an unreadable (control) character. Type it again instead of pasting it.",
      { cause: error },
    );
  }
  if (state === "40001" || state === "40P01" || code === "P2034") {
    return new AppError("CONFLICT", "Somebody changed this at the same moment. Try again.", {
      cause: error,
    });
  }
  if (state === "57014" || state === "55P03" || code === "P2028") {
    return new AppError("UNAVAILABLE", "This took too long. Try again in a moment.", {
      cause: error,
    });
  }
  if (isUnreachable(state, error)) {
    return new AppError("UNAVAILABLE", "The database does not answer. Try again in a moment.", {
      cause: error,
    });
  }
  return error;
}
