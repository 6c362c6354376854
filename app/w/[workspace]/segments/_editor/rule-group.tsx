"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { Offer } from "./condition-choices";
import { ConditionRow } from "./condition-row";
import type { GroupNode, RuleNode } from "./rule-tree";

type RuleGroupProps = {
  group: GroupNode;
  offer: Offer;
  /** Groups inside groups; the outermost is 1. */
  level: number;
  nextId: () => number;
  onChange: (group: GroupNode) => void;
  onRemove: (() => void) | null;
};

const DEEPEST = 4;

const MODES = ["all", "any", "none"] as const satisfies readonly GroupNode["mode"][];

/** Focus follows what was added, and does not fall off the page with what was taken away. */
function useFocusOfRows() {
  const rows = useRef<HTMLUListElement>(null);
  const adding = useRef<HTMLDivElement>(null);
  const wanted = useRef<"added" | "removed" | null>(null);
  useEffect(() => {
    const at = wanted.current === "added" ? rows.current?.lastElementChild : adding.current;
    if (wanted.current !== null) at?.querySelector<HTMLElement>("select, button")?.focus();
    wanted.current = null;
  });
  return { rows, adding, wanted };
}

export function RuleGroup({ group, offer, level, nextId, onChange, onRemove }: RuleGroupProps) {
  const t = useTranslations("segments.group");
  const mode = (
    <Select
      key="mode"
      aria-label={t("mode")}
      value={group.mode}
      onChange={(event) =>
        onChange({ ...group, mode: event.currentTarget.value as GroupNode["mode"] })
      }
      options={MODES.map((value) => ({ value, label: t(value) }))}
      className="w-40"
    />
  );
  const { rows, adding, wanted } = useFocusOfRows();
  const setChild = (id: number, next: RuleNode | null) => {
    if (next === null) wanted.current = "removed";
    onChange({
      ...group,
      children: group.children.flatMap((child) =>
        child.id === id ? (next ? [next] : []) : [child],
      ),
    });
  };
  const add = (child: RuleNode) => {
    wanted.current = "added";
    onChange({ ...group, children: [...group.children, child] });
  };
  return (
    <fieldset className="rounded-control border border-line p-3">
      <legend className="sr-only">{t("legend", { level })}</legend>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        {t.rich("match", { words: (words) => <span>{words}</span>, mode: () => mode })}
        {onRemove ? (
          <Button kind="quiet" size="small" onClick={onRemove} className="ml-auto">
            {t("remove")}
          </Button>
        ) : null}
      </div>
      <ul ref={rows} className="flex flex-col gap-3">
        {group.children.map((child) =>
          child.type === "condition" ? (
            <ConditionRow
              key={child.id}
              node={child}
              offer={offer}
              onChange={(next) => setChild(child.id, next)}
              onRemove={() => setChild(child.id, null)}
            />
          ) : (
            <li key={child.id}>
              <RuleGroup
                group={child}
                offer={offer}
                level={level + 1}
                nextId={nextId}
                onChange={(next) => setChild(child.id, next)}
                onRemove={() => setChild(child.id, null)}
              />
            </li>
          ),
        )}
        {group.children.length === 0 ? (
          <li className="text-sm text-ink-3">
            {group.mode === "any" ? t("emptyNobody") : t("emptyEverybody")}
          </li>
        ) : null}
      </ul>
      <div ref={adding} className="mt-3 flex flex-wrap gap-2">
        <Button
          size="small"
          onClick={() =>
            add({
              id: nextId(),
              type: "condition",
              isNegated: false,
              condition: { kind: "text", field: "industry", is: [] },
            })
          }
        >
          <Plus aria-hidden size={14} /> {t("addCondition")}
        </Button>
        {level < DEEPEST ? (
          <Button
            size="small"
            kind="quiet"
            onClick={() => add({ id: nextId(), type: "group", mode: "any", children: [] })}
          >
            <Plus aria-hidden size={14} /> {t("addGroup")}
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}
