import type { OptionDto } from "@/lib/loyalty/overview.types";

/** Who has left stays chosen until somebody else is: a list without them would empty the field unseen. */
export function withOwn(options: readonly OptionDto[], own: OptionDto | null): OptionDto[] {
  return own === null || options.some(({ id }) => id === own.id)
    ? [...options]
    : [{ id: own.id, name: own.name }, ...options];
}
