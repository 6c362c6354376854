import { Card } from "@/components/ui/card";
import { formatNumber, formatPercent } from "@/lib/format/number";
import type { WaveCounts } from "@/lib/surveys/waves/load-wave-counts";

type StepsProps = { counts: WaveCounts; rest: string; locale: string };

/** Delivered, visited, answered: what can be known. Opened mails cannot. */
export function Steps({ counts, rest, locale }: StepsProps) {
  const steps: [string, number][] = [
    ["Asked", counts.asked],
    ["Delivered", counts.delivered],
    ["Visited", counts.visited],
    ["Answered", counts.answered],
  ];
  return (
    <Card id="steps">
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        {steps.map(([label, count], i) => (
          <div key={label}>
            <dt className="text-sm text-ink-2">{label}</dt>
            <dd>
              <span className="text-figure font-bold tabular-nums">
                {formatNumber(count, locale)}
              </span>
              {i > 0 && counts.asked > 0 ? (
                <span className="ml-1.5 text-sm text-ink-3">
                  {formatPercent(count / counts.asked, locale)} of asked
                </span>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
      {rest ? <p className="mt-3 text-sm text-ink-2">{rest}</p> : null}
    </Card>
  );
}
