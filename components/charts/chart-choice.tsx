import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";

type Choice = { label: string; href: string; isCurrent: boolean };

/** Another view of one chart, each with its own address; the page stays where it is. */
export function ChartChoice({ label, choices }: { label: string; choices: readonly Choice[] }) {
  return (
    // A group and no landmark: several cards may offer the same choice.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      role="group"
      aria-label={label}
      className="flex flex-wrap gap-x-1 gap-y-1 text-sm print:hidden"
    >
      {choices.map(({ label: word, href, isCurrent }) => (
        <Link
          key={href}
          href={href}
          scroll={false}
          aria-current={isCurrent ? "true" : undefined}
          className={classNames(
            "rounded-control border px-2 py-0.5 wrap-anywhere",
            isCurrent
              ? "border-accent font-semibold text-accent"
              : "border-transparent text-ink-2 hover:border-control hover:text-ink",
          )}
        >
          {word}
        </Link>
      ))}
    </div>
  );
}
