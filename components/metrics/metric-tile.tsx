import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AnswerStrip } from "@/components/charts/answer-strip";
import { IntervalBar } from "@/components/charts/interval-bar";
import { Popover } from "@/components/ui/popover";

export type MetricTileProps = {
  id: string;
  name: string;
  /** Of whom: "contracts", "when expected". */
  population: string;
  /** Formatted; null where there is not enough data. */
  value: string | null;
  /** What would help, where there is no value. */
  help: string | null;
  /** Where there are too few for a value: each of them, and how its dot is labelled. */
  strip: { values: readonly number[]; words: readonly string[] } | null;
  bar: {
    value: number;
    low: number | null;
    high: number | null;
    min: number;
    max: number;
    target: number | null;
  } | null;
  /** "24 to 38" */
  interval: string | null;
  /** "No real change since Q2" */
  verdict: string | null;
  /** "Baseline of Q1 2026: 28" */
  baseline?: string | null;
  /** n in words: "131 of 174 accounts, 212 answers". */
  basis: string;
  /** Formula, inputs and source; opens on click. */
  detail: ReactNode;
};

function Figure(props: MetricTileProps) {
  const t = useTranslations("loyalty.tile");
  const { name, value, interval } = props;
  if (value === null && props.strip) {
    return (
      <>
        <AnswerStrip {...props.strip} label={name} />
        <p className="mt-1 text-sm text-ink-2">{props.help}</p>
      </>
    );
  }
  if (value === null) {
    return (
      <>
        <p className="mt-1 font-semibold">{t("notEnough")}</p>
        <p className="mt-1 text-sm text-ink-2">{props.help}</p>
      </>
    );
  }
  return (
    <>
      <p className="text-figure font-bold max-[24rem]:text-xl">{value}</p>
      {props.bar ? (
        <div className="my-1.5">
          <IntervalBar
            {...props.bar}
            label={
              interval ? t("barBetween", { name, value, interval }) : t("bar", { name, value })
            }
          />
        </div>
      ) : null}
      <p className="text-sm text-ink-3">{interval ?? t("noInterval")}</p>
    </>
  );
}

/**
 * One measure: name with its population, value, doubt, verdict and n in words, in that order. Beside
 * others it takes three rows of a grid, so that figures stand on one line however long the names are.
 */
export function MetricTile(props: MetricTileProps) {
  const t = useTranslations("loyalty.tile");
  const { name, population } = props;
  return (
    <section
      aria-labelledby={`${props.id}-name`}
      className="relative row-span-3 mb-4 grid min-w-0 grid-rows-subgrid rounded-card border border-line bg-card p-3.5 hover:border-control"
    >
      <h3 id={`${props.id}-name`} className="text-sm">
        <b className="font-semibold">{name}</b> <span className="text-ink-3">{population}</span>
      </h3>
      <div>
        <Figure {...props} />
      </div>
      <div className="mt-2 border-t border-line pt-2 text-sm">
        {props.verdict ? <p className="font-semibold">{props.verdict}</p> : null}
        {props.baseline ? <p>{props.baseline}</p> : null}
        <p className="text-ink-2">{props.basis}</p>
      </div>
      <Popover
        id={props.id}
        title={t("title", { name, population })}
        trigger={<span className="sr-only">{t("how", { name })}</span>}
        triggerClass="absolute inset-0 rounded-card"
      >
        {props.detail}
      </Popover>
    </section>
  );
}
