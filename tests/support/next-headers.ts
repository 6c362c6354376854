// Stands for next/headers in integration tests: outside Next's own requests there are neither cookies nor headers.

const jar = new Map<string, string>();

/** @public Next calls it by this name. */
export async function cookies() {
  return {
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: (name: string, value: string) => void jar.set(name, value),
  };
}

/** @public Next calls it by this name. */
export async function headers(): Promise<Headers> {
  return new Headers();
}

/** A browser that has never been here. */
export function clearCookies(): void {
  jar.clear();
}
