import { classNames } from "@/components/ui/class-names";

/** One figure among its like: its name, its value with its doubt, of how many, and what a test said. */
export type IntervalRow = {
  key: string;
  label: string;
  /** Where the name leads. */
  href?: string | undefined;
  value: number | null;
  low: number | null;
  high: number | null;
  /** The value as it is read; or why there is none. */
  words: string;
  /** "86 to 93 %" */
  interval: string | null;
  /** Of how many. */
  basis: string;
  /** "no real difference" */
  verdict: string | null;
  /** A test found a difference: the mark is filled. */
  isReal?: boolean;
  /** What the others are held against. */
  isReference?: boolean;
};

type IntervalRowsProps = {
  title: string;
  rows: readonly IntervalRow[];
  /** Places of the common scale and what stands there, lowest first. */
  ticks: readonly { at: number; label: string }[];
  /** A line through all rows. */
  reference?: { at: number; label: string } | undefined;
};

type Scale = (at: number) => string;

function scaleOf(ticks: IntervalRowsProps["ticks"]): Scale {
  const [from, to] = [ticks[0]?.at ?? 0, ticks.at(-1)?.at ?? 1];
  return (at) => {
    const share = to === from ? 0.5 : (at - from) / (to - from);
    return `${100 * Math.min(1, Math.max(0, share))}%`;
  };
}

function Mark({ row, scale }: { row: IntervalRow; scale: Scale }) {
  const { value, low, high, isReal = false, isReference = false } = row;
  if (value === null) return null;
  const isFilled = isReal || isReference;
  return (
    <>
      {low === null || high === null ? null : (
        <span
          className={classNames(
            "absolute top-1/2 h-1.5 -translate-y-1/2 rounded-full",
            isFilled ? "bg-accent/40" : "bg-control/35",
          )}
          style={{ left: scale(low), right: `calc(100% - ${scale(high)})` }}
        />
      )}
      <span
        className={classNames(
          "absolute top-1/2 size-2.5 -translate-1/2",
          isReference ? "rotate-45 bg-ink" : "rounded-full",
          !isReference && (isReal ? "bg-accent" : "border-2 border-control bg-card"),
        )}
        style={{ left: scale(value) }}
      />
    </>
  );
}

function Bar(props: { row: IntervalRow; scale: Scale; reference: IntervalRowsProps["reference"] }) {
  const { row, scale, reference } = props;
  return (
    <span
      aria-hidden
      className="relative mx-1.5 block h-5 max-md:col-span-full max-md:row-start-2 md:h-auto md:self-stretch"
    >
      <span className="absolute inset-x-0 top-1/2 h-px bg-line" />
      {reference ? (
        <span
          className="absolute inset-y-0 border-l md:-inset-y-1.5 border-dashed border-ink-3"
          style={{ left: scale(reference.at) }}
        />
      ) : null}
      <Mark row={row} scale={scale} />
    </span>
  );
}

const GRID =
  "grid grid-cols-[minmax(0,1fr)_auto] md:grid-cols-[minmax(0,13rem)_auto_minmax(8rem,1fr)_minmax(0,17rem)] print:grid-cols-[minmax(0,9rem)_auto_minmax(14rem,1fr)_minmax(0,12rem)]";

function Row(props: { row: IntervalRow; scale: Scale; reference: IntervalRowsProps["reference"] }) {
  const { row } = props;
  const { label, href, value, words, interval, basis, verdict, isReal, isReference } = row;
  return (
    <li className="col-span-full grid grid-cols-subgrid items-center gap-y-0.5 border-b border-line py-1.5 last:border-b-0">
      <span className={classNames("min-w-0 break-words", isReference && "font-semibold")}>
        {href ? (
          <a href={href} className="hover:underline">
            {label}
          </a>
        ) : (
          label
        )}
      </span>
      <span className="text-right whitespace-nowrap">
        {value === null ? (
          <span className="text-sm text-ink-3">{words}</span>
        ) : (
          <b className="font-semibold">{words}</b>
        )}
        {interval ? <span className="text-sm text-ink-3"> {interval}</span> : null}
      </span>
      <Bar {...props} />
      <span className="text-sm text-ink-3 max-md:col-span-full">
        {basis}
        {verdict ? (
          <>
            {" · "}
            <span className={isReal ? "font-semibold text-ink" : undefined}>{verdict}</span>
          </>
        ) : null}
      </span>
    </li>
  );
}

function Axis({
  ticks,
  scale,
  reference,
}: Pick<IntervalRowsProps, "ticks" | "reference"> & { scale: Scale }) {
  return (
    <div aria-hidden className="col-span-full grid grid-cols-subgrid pt-1 text-xs text-ink-3">
      <span className="relative mx-1.5 h-9 max-md:col-span-full md:col-start-3">
        {ticks.map(({ at, label }, place) => (
          <span
            key={at}
            className={classNames(
              "absolute whitespace-nowrap",
              place > 0 && (place === ticks.length - 1 ? "-translate-x-full" : "-translate-x-1/2"),
              // On a phone every other one, so that they do not touch.
              ticks.length > 5 && (ticks.length - place) % 2 === 0 && "max-md:hidden",
            )}
            style={{ left: scale(at) }}
          >
            {label}
          </span>
        ))}
        {reference ? (
          <span
            className="absolute top-4 max-w-full -translate-x-1/2 whitespace-nowrap text-ink-2"
            style={{ left: `clamp(4rem, ${scale(reference.at)}, calc(100% - 4rem))` }}
          >
            {reference.label}
          </span>
        ) : null}
      </span>
    </div>
  );
}

/** Like figures under each other on one scale, each with its interval: which of them really differ. */
export function IntervalRows({ title, rows, ticks, reference }: IntervalRowsProps) {
  const scale = scaleOf(ticks);
  return (
    <div className={classNames(GRID, "gap-x-4")}>
      <ul aria-label={title} className="col-span-full grid grid-cols-subgrid">
        {rows.map((row) => (
          <Row key={row.key} row={row} scale={scale} reference={reference} />
        ))}
      </ul>
      <Axis ticks={ticks} scale={scale} reference={reference} />
    </div>
  );
}
