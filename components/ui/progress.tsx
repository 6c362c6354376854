type ProgressProps = {
  label: string;
  /** 0..1; null while the end is not known. */
  ratio: number | null;
  /** "4,200 of 9,994 rows" */
  note?: string;
};

export function Progress({ label, ratio, note }: ProgressProps) {
  const known = ratio === null ? {} : { value: Math.min(1, Math.max(0, ratio)), max: 1 };
  return (
    <div className="flex flex-col gap-1">
      <div className="flex justify-between gap-4 text-sm">
        <span className="font-semibold">{label}</span>
        {note ? <span className="text-ink-2">{note}</span> : null}
      </div>
      <progress
        {...known}
        aria-label={label}
        className={
          "h-2 w-full appearance-none overflow-hidden rounded-full bg-line " +
          "[&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent " +
          "[&::-moz-progress-bar]:bg-accent"
        }
      />
    </div>
  );
}
