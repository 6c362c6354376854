import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { SegmentEditorDto } from "@/lib/segments/segment.types";
import type { SegmentRule } from "@/lib/segments/segment-rules";
import type { Offer } from "../_editor/condition-choices";
import { fromRule, type RuleNode } from "../_editor/rule-tree";
import { conditionWords } from "./condition-words";

type NodeProps = { node: RuleNode; offer: Offer; locale: string };

function RuleNodeWords({ node, offer, locale }: NodeProps) {
  const t = useTranslations("segments");
  if (node.type === "condition")
    return <>{conditionWords(node.condition, node.isNegated, { offer, locale, t })}</>;
  const { mode, children } = node;
  if (children.length === 0) return <>{t(mode === "any" ? "words.nobody" : "words.everybody")}</>;
  return (
    <>
      {t(`words.${mode}`)}
      <ul className="mt-1 list-disc pl-5">
        {children.map((child) => (
          <li key={child.id}>
            <RuleNodeWords node={child} offer={offer} locale={locale} />
          </li>
        ))}
      </ul>
    </>
  );
}

type RuleInWordsProps = { rules: SegmentRule; editor: SegmentEditorDto; locale: string };

/** Who is in a segment, as its rules say it. */
export function RuleInWords({ rules, editor, locale }: RuleInWordsProps) {
  const t = useTranslations("segments");
  return (
    <Card id="definition" title={t("words.title")}>
      <div className="text-ink-2">
        <RuleNodeWords node={fromRule(rules)} offer={editor} locale={locale} />
      </div>
    </Card>
  );
}
