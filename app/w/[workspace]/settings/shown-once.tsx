type ShownOnceProps = { note: string; value: string };

/** A secret comes with the answer of an action and is in no page's address or history. */
export function ShownOnce({ note, value }: ShownOnceProps) {
  return (
    <>
      <p>{note}</p>
      <code className="mt-1.5 block rounded-control border border-line bg-card px-2.5 py-1.5 font-mono text-sm break-all select-all">
        {value}
      </code>
    </>
  );
}
