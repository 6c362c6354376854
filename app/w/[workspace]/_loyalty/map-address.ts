import { formatScore } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { MapPlace } from "@/lib/segments/map-place";

const NAMES = ["place", "behaviourFrom", "behaviourTo", "attitudeFrom", "attitudeTo"] as const;

/** Of an address what says where on the map. */
export function placeParams(params: Record<string, string | undefined>) {
  return Object.fromEntries(NAMES.map((name) => [name, params[name]]));
}

/** A place of the map in an address; a bound that cuts nothing off is left out. */
export function placeQuery(place: MapPlace | null): Record<string, string> {
  if (!place) return {};
  const { part, behaviour, attitude } = place;
  return {
    place: part,
    ...(behaviour && behaviour.from > 0 ? { behaviourFrom: String(behaviour.from) } : {}),
    ...(behaviour && behaviour.to < 1 ? { behaviourTo: String(behaviour.to) } : {}),
    ...(attitude && attitude.from > 0 ? { attitudeFrom: String(attitude.from) } : {}),
    ...(attitude && attitude.to < 1 ? { attitudeTo: String(attitude.to) } : {}),
  };
}

/** "behaviour .50 to 1.00, attitude .00 to .45" */
export function placeWords({ behaviour, attitude }: MapPlace, locale: string): string {
  const t = staffWords(locale, "loyalty");
  const range = ({ from, to }: { from: number; to: number }) => ({
    from: formatScore(from, locale),
    to: formatScore(to, locale),
  });
  return t("choice.place", {
    behaviour: behaviour ? t("choice.behaviour", range(behaviour)) : t("choice.tooNew"),
    attitude: attitude ? t("choice.attitude", range(attitude)) : t("choice.unheard"),
  });
}
