import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { formatDay } from "@/lib/format/date";
import { formatNumber } from "@/lib/format/number";
import type { WaveSummary } from "@/lib/surveys/waves/wave.types";
import { WAVE_STATES } from "./wave-words";

type WaveTableProps = {
  workspace: string;
  waves: WaveSummary[];
  locale: string;
  /** On the list of all waves. */
  showsSurvey?: boolean;
};

type CountKey = "asked" | "delivered" | "visited" | "answered";

export function WaveTable({ workspace, waves, locale, showsSurvey = false }: WaveTableProps) {
  if (waves.length === 0) return <p className="text-ink-2">None was sent yet.</p>;
  const count = (key: CountKey, header: string): Column<WaveSummary> => ({
    key,
    header,
    align: "right",
    cell: (wave) => formatNumber(wave.counts[key], locale),
  });
  const day = (iso: string | null) => (iso ? formatDay(iso, locale) : "");
  const columns: Column<WaveSummary>[] = [
    {
      key: "name",
      header: "Wave",
      isName: true,
      cell: (wave) => (
        <Link href={`/w/${workspace}/waves/${wave.id}`} className="font-semibold hover:underline">
          {wave.name}
        </Link>
      ),
    },
    {
      key: "state",
      header: "State",
      cell: (wave) => (
        <Badge tone={WAVE_STATES[wave.state].tone}>{WAVE_STATES[wave.state].label}</Badge>
      ),
    },
    ...(showsSurvey
      ? [{ key: "survey", header: "Survey", cell: (wave: WaveSummary) => wave.surveyName }]
      : []),
    { key: "started", header: "Sent", cell: (wave) => day(wave.startedOn) },
    { key: "closes", header: "Last day", cell: (wave) => day(wave.closesOn) },
    count("asked", "Asked"),
    count("delivered", "Delivered"),
    count("visited", "Visited"),
    count("answered", "Answered"),
  ];
  return <DataTable caption="Waves" columns={columns} rows={waves} rowKey={(wave) => wave.id} />;
}
