import type { FormInput } from "@/lib/actions/define-action";

type Nested = { [name: string]: string | string[] | Nested };

function put(into: Nested, [name = "", ...rest]: string[], value: string | string[]): void {
  if (rest.length === 0) {
    into[name] = value;
    return;
  }
  const known = Object.hasOwn(into, name) ? into[name] : undefined;
  const inner: Nested = typeof known === "object" && !Array.isArray(known) ? known : {};
  Object.defineProperty(into, name, { value: inner, enumerable: true, configurable: true });
  put(inner, rest, value);
}

/** "options.texts.da.subject" of a flat form becomes a text inside objects. */
export function nestedInput(input: FormInput): Nested {
  const whole: Nested = {};
  for (const [path, value] of Object.entries(input)) put(whole, path.split("."), value);
  return whole;
}
