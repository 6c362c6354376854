/** Rates, shapes and scales of the models are above 0; a sum over a bad one would not end. */
export function checkPositive(value: number, name: string): void {
  if (!(value > 0 && Number.isFinite(value)))
    throw new RangeError(`${name} must be a finite number above 0, got ${value}`);
}

export function checkParameters(parameters: Readonly<Record<string, number>>, name: string): void {
  for (const [key, value] of Object.entries(parameters)) checkPositive(value, `${name}.${key}`);
}
