import { roleWords } from "./wave-words";

export function PersonName({ person }: { person: { name: string | null; role: string | null } }) {
  return (
    <span>
      <span className="font-semibold">{person.name ?? "Name kept back"}</span>
      <span className="block text-sm text-ink-3">{roleWords(person.role)}</span>
    </span>
  );
}
