import { useTranslations } from "next-intl";
import { Button, LinkButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { formatMoney } from "@/lib/format/money";
import type { ChosenDto } from "@/lib/loyalty/overview.types";
import { MAP_PARTS, type MapPlace } from "@/lib/segments/map-place";
import { placeQuery, placeWords } from "./map-address";
import { withQuery } from "./paths";
import type { ReadAs } from "./words/read-as";

type MapChooserProps = {
  chosen: ChosenDto | null;
  as: ReadAs;
  /** The page, and its filters without a place. */
  path: string;
  query: Record<string, string>;
  accountsHref: (place: Record<string, string>) => string;
  /** Null for who may not make one. */
  segmentHref: ((place: Record<string, string>) => string) | null;
  /** The page looks at an earlier date than the list and a segment do. */
  isEarlier: boolean;
};

function Chosen(props: MapChooserProps & { chosen: ChosenDto }) {
  const t = useTranslations("loyalty.choice");
  const { chosen, as } = props;
  const place = placeQuery(chosen.place);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2" role="status">
      <p>
        <b className="font-semibold">
          {t("found", {
            count: chosen.accounts,
            amount: formatMoney(chosen.revenueMinor, as),
          })}
        </b>{" "}
        <span className="text-ink-2">{placeWords(chosen.place, as.locale)}</span>
      </p>
      {chosen.accounts > 0 ? (
        <>
          <LinkButton size="small" href={props.accountsHref(place)}>
            {t("list")}
          </LinkButton>
          {props.segmentHref ? (
            <LinkButton size="small" href={props.segmentHref(place)}>
              {t("segment")}
            </LinkButton>
          ) : null}
        </>
      ) : null}
      <Link
        href={`${withQuery(props.path, props.query)}#map`}
        scroll={false}
        className="text-sm underline"
      >
        {t("clear")}
      </Link>
      {props.isEarlier ? <p className="w-full text-sm text-ink-3">{t("today")}</p> : null}
    </div>
  );
}

type BoundName = `${"behaviour" | "attitude"}${"From" | "To"}`;

function Bound({ name, value }: { name: BoundName; value: number | undefined }) {
  const t = useTranslations("loyalty.choice");
  return (
    <Field name={name} label={t(name)} className="w-32">
      <TextInput
        type="number"
        inputMode="decimal"
        min={0}
        max={1}
        step="any"
        defaultValue={value === undefined ? "" : String(value)}
      />
    </Field>
  );
}

/** The same by keyboard, by finger and without script: a part of the map and bounds for the scores. */
function PlaceForm({ place, path, query }: { place: MapPlace | null } & MapFormProps) {
  const t = useTranslations("loyalty.choice");
  return (
    <form action={`${path}#map`} className="mt-2 flex flex-wrap items-end gap-2">
      {Object.entries(query).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field name="place" label={t("part")} className="w-56">
        <Select
          defaultValue={place?.part ?? "plane"}
          options={MAP_PARTS.map((part) => ({ value: part, label: t(`parts.${part}`) }))}
        />
      </Field>
      <Bound name="behaviourFrom" value={place?.behaviour?.from} />
      <Bound name="behaviourTo" value={place?.behaviour?.to} />
      <Bound name="attitudeFrom" value={place?.attitude?.from} />
      <Bound name="attitudeTo" value={place?.attitude?.to} />
      <Button type="submit">{t("choose")}</Button>
    </form>
  );
}

type MapFormProps = Pick<MapChooserProps, "path" | "query">;

/** Accounts chosen on the map: how many and what they buy, as a list, as a segment. */
export function MapChooser(props: MapChooserProps) {
  const t = useTranslations("loyalty.choice");
  const { chosen, path, query } = props;
  return (
    <div className="mt-3 border-t border-line pt-3 text-sm print:hidden">
      {chosen ? <Chosen {...props} chosen={chosen} /> : null}
      <details className={chosen ? "mt-2" : undefined}>
        <summary className="inline list-none text-ink-2 underline hover:text-ink">
          {t("title")}
        </summary>
        <p className="mt-2 text-ink-2">{t("how")}</p>
        <PlaceForm
          key={JSON.stringify(chosen?.place)}
          place={chosen?.place ?? null}
          path={path}
          query={query}
        />
      </details>
    </div>
  );
}
