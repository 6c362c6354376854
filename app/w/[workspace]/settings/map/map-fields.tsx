import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { formatNumber } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { MapSettingsDto } from "@/lib/loyalty/map-settings/get-map-settings";

export type MapSettings = MapSettingsDto["settings"];

type NumberField = { name: keyof MapSettings; min: number; max: number; step?: number };

const CHOICES = {
  npsYesFrom: ["8", "9", "10"],
  csatYesFrom: ["4", "5"],
  way: ["leastConvinced", "signerFirst", "everyPerson", "everyAnswer"],
  countsWallet: ["false", "true"],
} as const;

const NUMBERS: readonly NumberField[] = [
  { name: "answerDays", min: 90, max: 1095 },
  { name: "tooRecentDays", min: 1, max: 90 },
  { name: "lessPercent", min: 5, max: 50 },
  { name: "lateFactor", min: 1.25, max: 5, step: 0.25 },
  { name: "lostAfterDays", min: 14, max: 365 },
  { name: "heardDays", min: 30, max: 730 },
  { name: "fewestForStatistic", min: 5, max: 100 },
];

export const MAP_FIELDS = [
  ...(Object.keys(CHOICES) as (keyof typeof CHOICES)[]),
  ...NUMBERS.map(({ name }) => name),
];

function choiceWord(name: keyof typeof CHOICES, option: string, locale: string): string {
  const t = staffWords(locale, "settings");
  if (name === "way") return t(`map.ways.${option as MapSettings["way"]}`);
  if (name === "countsWallet") return t(option === "true" ? "map.yes" : "map.no");
  return t("map.from", { value: option });
}

/** A convention as it stands, in words. */
export function settingWord(settings: MapSettings, name: keyof MapSettings, locale: string) {
  const value = settings[name];
  if (name in CHOICES) return choiceWord(name as keyof typeof CHOICES, String(value), locale);
  return formatNumber(Number(value), locale, Number.isInteger(value) ? 0 : 2);
}

/** One control for each convention. */
export function MapFields({ settings, locale }: { settings: MapSettings; locale: string }) {
  const t = useTranslations("settings.map.fields");
  return (
    <div className="grid gap-x-6 gap-y-4 md:grid-cols-2">
      {(Object.keys(CHOICES) as (keyof typeof CHOICES)[]).map((name) => (
        <Field key={name} name={name} label={t(`${name}.label`)} hint={t(`${name}.hint`)}>
          <Select
            defaultValue={String(settings[name])}
            options={CHOICES[name].map((value) => ({
              value,
              label: choiceWord(name, value, locale),
            }))}
          />
        </Field>
      ))}
      {NUMBERS.map(({ name, min, max, step }) => (
        <Field key={name} name={name} label={t(`${name}.label`)} hint={t(`${name}.hint`)}>
          <TextInput
            type="number"
            min={min}
            max={max}
            step={step ?? 1}
            required
            defaultValue={String(settings[name])}
            className="max-w-28"
          />
        </Field>
      ))}
    </div>
  );
}
