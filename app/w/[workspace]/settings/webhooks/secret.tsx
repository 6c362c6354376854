"use client";

import { useTranslations } from "next-intl";

/** Shown once: it comes with the answer of the action and is in no page's address or history. */
export function Secret({ value }: { value: string }) {
  const t = useTranslations("settings.webhooks");
  return (
    <>
      <p>{t("once")}</p>
      <code className="mt-1.5 block rounded-control border border-line bg-card px-2.5 py-1.5 font-mono text-sm break-all select-all">
        {value}
      </code>
    </>
  );
}
