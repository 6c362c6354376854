/** Runs once before the first request. A build needs no secrets; a server does. */
export async function register(): Promise<void> {
  // Read here, not in lib/env: the compiler drops what follows from the edge bundle, where there is no database.
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { checkStart } = await import("@/lib/auth/check-start");
  await checkStart();
  const { takeConsole } = await import("@/lib/log");
  takeConsole();
  const { keepWarm } = await import("@/lib/loyalty/keep-warm");
  void keepWarm(() => new Date());
}
