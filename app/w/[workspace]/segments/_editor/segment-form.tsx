"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { useFormState } from "@/components/ui/form-context";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { formatMoney } from "@/lib/format/money";
import { formatPercent } from "@/lib/format/number";
import type { SegmentEditorDto, SegmentPreviewDto } from "@/lib/segments/segment.types";
import { saveSegmentAction } from "../actions";
import type { SegmentWords } from "./condition-choices";
import { RuleGroup } from "./rule-group";
import { fromRule, highestId, isComplete, toRule } from "./rule-tree";
import { type Preview, usePreview } from "./use-preview";

type SegmentFormProps = { editor: SegmentEditorDto; workspace: string; locale: string };

function previewWords(preview: SegmentPreviewDto, locale: string, t: SegmentWords): string {
  const money = { locale, currency: preview.currency };
  if (preview.accounts === 0) return t("count.nobody");
  const given = {
    count: preview.activeAccounts,
    revenue: formatMoney(preview.runningMinor, money),
  };
  return preview.share === null
    ? t("count.matches", given)
    : t("count.matchesShare", { ...given, share: formatPercent(preview.share, locale) });
}

function LiveCount({ preview, locale }: { preview: Preview; locale: string }) {
  const t = useTranslations("segments");
  if (preview.state === "counting") return <p className="text-ink-2">{t("count.counting")}</p>;
  if (preview.state === "failed") {
    return <p className="text-danger">{preview.message ?? t("count.failed")}</p>;
  }
  if (preview.state === "incomplete") {
    return <p className="text-ink-2">{t("count.incomplete")}</p>;
  }
  const { examples, accounts, activeAccounts } = preview.preview;
  const inactive = accounts - activeAccounts;
  return (
    <>
      <p className="font-semibold">{previewWords(preview.preview, locale, t)}</p>
      {examples.length > 0 ? (
        <p className="text-sm text-ink-2">
          {t("count.largest", { names: examples.map(({ name }) => name).join(", ") })}
        </p>
      ) : null}
      {inactive > 0 ? (
        <p className="text-sm text-ink-2">{t("count.inactive", { count: inactive })}</p>
      ) : null}
    </>
  );
}

/** The server's word on the rules: its fields are paths inside them. */
function RuleErrors() {
  const { fieldErrors } = useFormState();
  const messages = Object.entries(fieldErrors)
    .filter(([name]) => name.startsWith("rules"))
    .map(([, message]) => message);
  return [...new Set(messages)].map((message) => (
    <p key={message} className="text-sm text-danger">
      {message}
    </p>
  ));
}

export function SegmentForm({ editor, workspace, locale }: SegmentFormProps) {
  const t = useTranslations("segments");
  const { segment, draft } = editor;
  const first = segment?.rules ?? draft ?? { kind: "all", rules: [] };
  const [root, setRoot] = useState(() => fromRule(first));
  const lastId = useRef(highestId(root));
  const rules = JSON.stringify(toRule(root));
  const preview = usePreview(workspace, rules, isComplete(root));
  return (
    <ActionForm action={saveSegmentAction} workspace={workspace} keepsValues>
      {segment ? <input type="hidden" name="segmentId" value={segment.id} /> : null}
      <input type="hidden" name="rules" value={rules} />
      <Card>
        <div className="flex flex-col gap-4">
          <Field name="name" label={t("name")} className="max-w-md">
            <TextInput defaultValue={segment?.name} maxLength={100} />
          </Field>
          <RuleGroup
            group={root}
            offer={editor}
            level={1}
            nextId={() => {
              lastId.current += 1;
              return lastId.current;
            }}
            onChange={setRoot}
            onRemove={null}
          />
          <RuleErrors />
          <noscript>
            <p className="text-ink-2">{t("needsScript")}</p>
          </noscript>
          <div aria-live="polite" className="min-h-10">
            <LiveCount preview={preview} locale={locale} />
          </div>
          <div className="flex gap-2">
            <SubmitButton pending={t("saving")}>{segment ? t("save") : t("create")}</SubmitButton>
            <LinkButton href={`/w/${workspace}/segments`}>{t("cancel")}</LinkButton>
          </div>
        </div>
      </Card>
    </ActionForm>
  );
}
