import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { formatNumber } from "@/lib/format/number";
import type { NpsCountsDto } from "@/lib/loyalty/nps-counts.types";

type Way = {
  key: "everyAnswer" | "everyPerson" | "ours";
  value: number | null;
  n: string;
  of: string | null;
};

function useWays(counts: NpsCountsDto, locale: string): Way[] {
  const t = useTranslations("imports.nps");
  const { everyAnswer, everyPerson, ours } = counts;
  const parts = ({ promoters, passives, detractors }: NpsCountsDto["everyAnswer"]) =>
    t("parts", { promoters, passives, detractors });
  const between =
    ours.low === null || ours.high === null
      ? null
      : t("between", {
          low: formatNumber(ours.low, locale),
          high: formatNumber(ours.high, locale),
        });
  return [
    {
      key: "everyAnswer",
      value: everyAnswer.value,
      n: t("answers", { count: everyAnswer.n }),
      of: parts(everyAnswer),
    },
    {
      key: "everyPerson",
      value: everyPerson.value,
      n: t("people", { count: everyPerson.n }),
      of: parts(everyPerson),
    },
    { key: "ours", value: ours.value, n: t("accounts", { count: ours.accounts }), of: between },
  ];
}

/** The number of other tools to the digit, ours beside it, and why they differ. */
export function NpsCounts({ counts, locale }: { counts: NpsCountsDto; locale: string }) {
  const t = useTranslations("imports.nps");
  const { everyAnswer, everyPerson, ours, withoutAccount } = counts;
  const isFew = ours.value === null && ours.accounts > 0;
  return (
    <>
      <DataTable
        caption={t("title")}
        rows={useWays(counts, locale)}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "way",
            header: t("way"),
            isName: true,
            cell: ({ key }) => (
              <>
                <span className="block font-semibold">{t(`${key}.name`)}</span>
                <span className="block text-sm text-ink-3">{t(`${key}.hint`)}</span>
              </>
            ),
          },
          {
            key: "value",
            header: t("nps"),
            align: "right",
            className: "tabular-nums",
            cell: ({ value }) => <b>{formatNumber(value, locale, 1)}</b>,
          },
          {
            key: "n",
            header: t("of"),
            align: "right",
            cell: ({ n, of }) => (
              <>
                <span className="block">{n}</span>
                {of ? <span className="block text-sm text-ink-3">{of}</span> : null}
              </>
            ),
          },
        ]}
      />
      {everyAnswer.value === null ? null : (
        <p className="mt-3 text-ink-2">
          {t("why", {
            answers: everyAnswer.n,
            people: everyPerson.n,
            counted: ours.answers,
            accounts: ours.accounts,
          })}
          {isFew ? ` ${t("few", { fewest: ours.fewest })}` : null}
          {counts.source !== null && counts.sources.length > 1 ? ` ${t("ofAllSources")}` : null}
          {withoutAccount > 0 ? ` ${t("withoutAccount", { count: withoutAccount })}` : null}
        </p>
      )}
    </>
  );
}
