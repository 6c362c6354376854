"use client";

import { useRef, useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { useFormState } from "@/components/ui/form-context";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { formatCount } from "@/lib/format/count";
import { formatMoney } from "@/lib/format/money";
import { formatPercent } from "@/lib/format/number";
import type { SegmentEditorDto, SegmentPreviewDto } from "@/lib/segments/segment.types";
import { saveSegmentAction } from "../actions";
import { RuleGroup } from "./rule-group";
import { fromRule, highestId, isComplete, toRule } from "./rule-tree";
import { type Preview, usePreview } from "./use-preview";

type SegmentFormProps = { editor: SegmentEditorDto; workspace: string; locale: string };

function previewWords(preview: SegmentPreviewDto, locale: string): string {
  const money = { locale, currency: preview.currency };
  if (preview.accounts === 0) return "No account matches.";
  const accounts = formatCount(preview.activeAccounts, "active account", "active accounts", locale);
  const share = preview.share === null ? "" : ` (${formatPercent(preview.share, locale)} of all)`;
  return `${accounts}, ${formatMoney(preview.runningMinor, money)} running revenue${share}`;
}

function LiveCount({ preview, locale }: { preview: Preview; locale: string }) {
  if (preview.state === "counting") return <p className="text-ink-2">Counting…</p>;
  if (preview.state === "failed") return <p className="text-danger">{preview.message}</p>;
  if (preview.state === "incomplete") {
    return <p className="text-ink-2">Give every condition a value, and the count appears here.</p>;
  }
  const { examples, accounts, activeAccounts } = preview.preview;
  const inactive = accounts - activeAccounts;
  return (
    <>
      <p className="font-semibold">{previewWords(preview.preview, locale)}</p>
      {examples.length > 0 ? (
        <p className="text-sm text-ink-2">
          Largest: {examples.map((example) => example.name).join(", ")}
        </p>
      ) : null}
      {inactive > 0 ? (
        <p className="text-sm text-ink-2">
          and {formatCount(inactive, "account", "accounts", locale)} that are not active
        </p>
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
  const { segment } = editor;
  const [root, setRoot] = useState(() => fromRule(segment?.rules ?? { kind: "all", rules: [] }));
  const lastId = useRef(highestId(root));
  const rules = JSON.stringify(toRule(root));
  const preview = usePreview(workspace, rules, isComplete(root));
  return (
    <ActionForm action={saveSegmentAction} workspace={workspace} keepsValues>
      {segment ? <input type="hidden" name="segmentId" value={segment.id} /> : null}
      <input type="hidden" name="rules" value={rules} />
      <Card>
        <div className="flex flex-col gap-4">
          <Field name="name" label="Name" className="max-w-md">
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
            <p className="text-ink-2">
              Changing the conditions needs JavaScript; the name can be changed without.
            </p>
          </noscript>
          <div aria-live="polite" className="min-h-10">
            <LiveCount preview={preview} locale={locale} />
          </div>
          <div className="flex gap-2">
            <SubmitButton pending="Saving">{segment ? "Save" : "Create segment"}</SubmitButton>
            <LinkButton href={`/w/${workspace}/segments`}>Cancel</LinkButton>
          </div>
        </div>
      </Card>
    </ActionForm>
  );
}
