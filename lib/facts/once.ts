/**
 * Next compiles server code into several bundles (pages, handlers, start-up) with modules of their own. Facts are one for
 * all of them, so what hangs on facts is as well: another bundle would make it again, and not know how it is divided.
 */
export function sharedByBundles<T>(name: string, make: () => T): T {
  const shared = globalThis as typeof globalThis & { holdfastFacts?: Map<string, unknown> };
  shared.holdfastFacts ??= new Map();
  if (!shared.holdfastFacts.has(name)) shared.holdfastFacts.set(name, make());
  return shared.holdfastFacts.get(name) as T;
}

/** What was made of an owner, for as long as the owner lives. */
export type Made = Map<string, unknown>;
export type MadeOf = WeakMap<object, Made>;

export function madeOf(all: MadeOf, owner: object): Made {
  const own = all.get(owner) ?? new Map<string, unknown>();
  all.set(owner, own);
  return own;
}

export function remember<T>(own: Made, key: string, value: T, most: number): T {
  const oldest = own.keys().next().value;
  if (own.size >= most && oldest !== undefined) own.delete(oldest);
  own.set(key, value);
  return value;
}

/** What was asked for last stays longest. */
export function again<T>(own: Made, key: string): T {
  const value = own.get(key) as T;
  own.delete(key);
  own.set(key, value);
  return value;
}

/** Made once of an owner, unless so many other things were asked of it since. */
export function once<T>(all: MadeOf, owner: object, key: string, most: number, make: () => T): T {
  const own = madeOf(all, owner);
  return own.has(key) ? again(own, key) : remember(own, key, make(), most);
}
