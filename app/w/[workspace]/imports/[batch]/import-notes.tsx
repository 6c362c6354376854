import { formatNumber } from "@/lib/format/number";
import type { ImportNote } from "@/lib/imports/load-import";

function rowsOf(note: ImportNote): string {
  if (note.rows.length === 0) return "";
  const more = note.count > note.rows.length ? ", …" : "";
  return ` (${note.count === 1 ? "row" : "rows"} ${note.rows.join(", ")}${more})`;
}

/** What was done besides taking rows as they are. */
export function ImportNotes({ notes, locale }: { notes: readonly ImportNote[]; locale: string }) {
  if (notes.length === 0) return null;
  return (
    <ul className="mt-4 list-disc border-t border-line pt-3 pl-5 text-ink-2">
      {notes.map((note) => (
        <li key={note.code}>
          {formatNumber(note.count, locale)} {note.text}
          {rowsOf(note)}.
        </li>
      ))}
    </ul>
  );
}
