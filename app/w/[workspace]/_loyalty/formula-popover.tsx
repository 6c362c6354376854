import { useTranslations } from "next-intl";
import { Formula } from "@/components/metrics/definition-list";
import { Popover } from "@/components/ui/popover";
import type { DefinitionDto } from "@/lib/loyalty/figures.types";

type FormulaPopoverProps = {
  id: string;
  /** Those definitions that explain the figure, in this order. */
  keys: readonly string[];
  definitions: readonly DefinitionDto[];
  label?: string;
};

/** "How is this computed": the texts come from the formulas themselves. */
export function FormulaPopover({ id, keys, definitions, label }: FormulaPopoverProps) {
  const t = useTranslations("loyalty");
  const shown = keys.flatMap((key) => definitions.filter((definition) => definition.key === key));
  if (shown.length === 0) return null;
  return (
    <Popover
      id={id}
      title={label ?? t("formula")}
      trigger={label ?? t("formula")}
      triggerClass="underline hover:text-ink"
    >
      <div className="flex flex-col gap-5 text-left">
        {shown.map((definition) => (
          <section key={definition.key} aria-label={definition.name}>
            <h3 className="mb-1 font-semibold">{definition.name}</h3>
            <Formula
              question={definition.question}
              formula={definition.formula}
              empty={definition.empty}
              liesWhen={definition.liesWhen}
              source={definition.source}
              inputs={[]}
            />
          </section>
        ))}
      </div>
    </Popover>
  );
}
