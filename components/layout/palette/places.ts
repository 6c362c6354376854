/** Somewhere to go: a page, or the page on which something is begun. */
export type Place = { href: string; label: string; kind: "page" | "action" };

function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Places whose label holds every word typed; those that begin with it first. */
export function matchingPlaces(places: readonly Place[], typed: string): Place[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const matching = places.filter(({ label }) => words.every((word) => plain(label).includes(word)));
  const isStart = ({ label }: Place) => plain(label).startsWith(words[0] ?? "");
  return [...matching].sort((a, b) => Number(isStart(b)) - Number(isStart(a)));
}
