import { classNames } from "@/components/ui/class-names";

export type ShareTone = "loyal" | "passive" | "latent" | "leaving" | "notKnown";
type Part = { key: string; tone: ShareTone; value: number };

const FILLS: Record<ShareTone, string> = {
  loyal: "bg-loyal",
  passive: "bg-passive",
  latent: "bg-latent",
  leaving: "bg-leaving",
  notKnown: "bg-not-known",
};

/** Parts of one whole in a row; the list beside it names them. */
export function ShareBar({ label, parts }: { label: string; parts: readonly Part[] }) {
  const shown = parts.filter((part) => part.value > 0);
  return (
    <div role="img" aria-label={label} className="flex h-4 gap-0.5 overflow-hidden rounded-md">
      {shown.length === 0 ? <div className="flex-1 bg-line" /> : null}
      {shown.map((part) => (
        <div
          key={part.key}
          className={classNames("min-w-0.5", FILLS[part.tone])}
          style={{ flexGrow: part.value, flexBasis: 0 }}
        />
      ))}
    </div>
  );
}
