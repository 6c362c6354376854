import { Notice } from "@/components/ui/notice";
import { formatNumber } from "@/lib/format/number";
import type { ImportMappingDto, MappingOrigin } from "@/lib/imports/get-import-mapping";

type TrialProps = { view: ImportMappingDto; locale: string };

function originText(origin: MappingOrigin): string {
  switch (origin.from) {
    case "chosen":
      return "These are the columns you chose.";
    case "remembered":
      return "Columns as in the last import of a file with the same columns.";
    case "preset":
      return `The file looks like a known one (${origin.name}); its columns are filled in.`;
    case "guess":
      return "The columns are guessed from their names. Check them.";
  }
}

function Problems({ problems }: { problems: NonNullable<ImportMappingDto["trial"]>["problems"] }) {
  return (
    <ul className="mt-1 list-disc pl-5">
      {problems.map((problem) => (
        <li key={problem.rowNumber}>
          Row {problem.rowNumber}: {problem.message}
        </li>
      ))}
    </ul>
  );
}

/** What a trial on the first rows says, before anything is written. */
export function Trial({ view, locale }: TrialProps) {
  const { trial, origin } = view;
  const from = originText(origin);
  if (trial === null) {
    const open = Object.values(view.missing);
    return (
      <Notice kind="warning" title="Something is still to be chosen">
        <p>{from}</p>
        <ul className="mt-1 list-disc pl-5">
          {open.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </Notice>
    );
  }
  const refused = trial.rows - trial.readable;
  const rows = trial.rows === 1 ? "row" : `${formatNumber(trial.rows, locale)} rows`;
  if (refused === 0) {
    return (
      <Notice kind="success" title={`The first ${rows} can be read.`}>
        {from} Whether the accounts they name exist is seen when they are imported.
      </Notice>
    );
  }
  return (
    <Notice
      kind="warning"
      title={`Of the first ${rows} ${formatNumber(refused, locale)} cannot be read.`}
    >
      <p>{from} Rows that cannot be read are left out and listed.</p>
      <Problems problems={trial.problems} />
    </Notice>
  );
}
