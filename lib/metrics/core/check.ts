/** What is checked; of one of many rows a function, for a hundred thousand names take longer than the sums. */
export type Name = string | (() => string);

function said(name: Name): string {
  return typeof name === "string" ? name : name();
}

/** Bad data is an error that names the argument and the row; no data never comes here. */
export function checkFinite(value: number, name: Name): number {
  if (!Number.isFinite(value))
    throw new RangeError(`${said(name)} must be a finite number, got ${value}`);
  return value;
}

export function checkAllFinite(values: readonly number[], name: string): void {
  values.forEach((value, index) => {
    checkFinite(value, () => `${name}[${index}]`);
  });
}

export function isNonNegative(value: number): boolean {
  return Number.isFinite(value) && value >= 0;
}

export function checkNonNegative(value: number, name: Name): number {
  if (!isNonNegative(value))
    throw new RangeError(`${said(name)} must be a finite number of at least 0, got ${value}`);
  return value;
}

export function checkCount(value: number, name: Name): number {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new RangeError(`${said(name)} must be a whole number of at least 0, got ${value}`);
  return value;
}

export function checkBetween(value: number, low: number, high: number, name: Name): number {
  if (!(value >= low && value <= high))
    throw new RangeError(`${said(name)} must lie between ${low} and ${high}, got ${value}`);
  return value;
}

export function checkWholeBetween(value: number, low: number, high: number, name: Name): number {
  if (!Number.isInteger(value)) throw new RangeError(`${said(name)} must be whole, got ${value}`);
  return checkBetween(value, low, high, name);
}

export function checkDay(value: number, name: Name): number {
  if (!Number.isSafeInteger(value))
    throw new RangeError(`${said(name)} must be a whole day number, got ${value}`);
  return value;
}

/** A population of at least the n that answered. */
export function checkPopulation(population: number | undefined, n: number): number | null {
  if (population === undefined) return null;
  checkCount(population, "population");
  if (population < n) throw new RangeError(`population ${population} is smaller than n ${n}`);
  return population;
}
