"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { CONTROL } from "@/components/ui/text-input";

type Props = { label: string; value: string; rows: number };

/** Text to take along; without script it is selected and copied by hand. */
export function CopyField({ label, value, rows }: Props) {
  const t = useTranslations("surveys.doors");
  const [isCopied, setIsCopied] = useState(false);
  async function copy() {
    await navigator.clipboard.writeText(value);
    setIsCopied(true);
  }
  return (
    <div className="flex flex-col gap-1">
      <label className="text-sm font-semibold">
        {label}
        <textarea
          readOnly
          rows={rows}
          value={value}
          className={`${CONTROL} mt-1 block font-normal break-all`}
        />
      </label>
      <div>
        <Button size="small" onClick={copy}>
          <span aria-live="polite">{isCopied ? t("copied") : t("copy")}</span>
        </Button>
      </div>
    </div>
  );
}
