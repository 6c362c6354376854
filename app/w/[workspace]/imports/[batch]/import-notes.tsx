import { useTranslations } from "next-intl";
import type { ImportNote } from "@/lib/imports/load-import";

/** What was done besides taking rows as they are, with the first rows it was done to. */
export function ImportNotes({ notes }: { notes: readonly ImportNote[] }) {
  const t = useTranslations("imports.notes");
  if (notes.length === 0) return null;
  const line = ({ code, count, rows }: ImportNote) => {
    const note = t(code, { count });
    if (rows.length === 0) return t("line", { note });
    const more = count > rows.length ? ", …" : "";
    return t("lineRows", { note, count, rows: `${rows.join(", ")}${more}` });
  };
  return (
    <ul className="mt-4 list-disc border-t border-line pt-3 pl-5 text-ink-2">
      {notes.map((note) => (
        <li key={note.code}>{line(note)}</li>
      ))}
    </ul>
  );
}
