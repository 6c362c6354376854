import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { formatDay } from "@/lib/format/date";
import { formatNumber } from "@/lib/format/number";
import type { WaveSummary } from "@/lib/surveys/waves/wave.types";
import { WAVE_TONES } from "./wave-words";

type WaveTableProps = {
  workspace: string;
  waves: WaveSummary[];
  locale: string;
  /** On the list of all waves. */
  showsSurvey?: boolean;
};

type CountKey = "asked" | "delivered" | "visited" | "answered";

export function WaveTable({ workspace, waves, locale, showsSurvey = false }: WaveTableProps) {
  const t = useTranslations("asking");
  if (waves.length === 0) return <p className="text-ink-2">{t("waves.none")}</p>;
  const count = (key: CountKey): Column<WaveSummary> => ({
    key,
    header: t(`waves.${key}`),
    align: "right",
    cell: (wave) => formatNumber(wave.counts[key], locale),
  });
  const day = (iso: string | null) => (iso ? formatDay(iso, locale) : "");
  const columns: Column<WaveSummary>[] = [
    {
      key: "name",
      header: t("waves.wave"),
      isName: true,
      cell: (wave) => (
        <Link href={`/w/${workspace}/waves/${wave.id}`} className="font-semibold hover:underline">
          {wave.name}
        </Link>
      ),
    },
    {
      key: "state",
      header: t("waves.state"),
      cell: (wave) => <Badge tone={WAVE_TONES[wave.state]}>{t(`waveStates.${wave.state}`)}</Badge>,
    },
    ...(showsSurvey
      ? [{ key: "survey", header: t("waves.survey"), cell: (wave: WaveSummary) => wave.surveyName }]
      : []),
    { key: "started", header: t("waves.sent"), cell: (wave) => day(wave.startedOn) },
    { key: "closes", header: t("waves.lastDay"), cell: (wave) => day(wave.closesOn) },
    count("asked"),
    count("delivered"),
    count("visited"),
    count("answered"),
  ];
  return (
    <DataTable
      caption={t("waves.title")}
      columns={columns}
      rows={waves}
      rowKey={(wave) => wave.id}
    />
  );
}
