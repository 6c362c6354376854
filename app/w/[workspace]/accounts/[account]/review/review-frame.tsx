import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { Tabs } from "@/components/ui/tabs";
import { staffWords } from "@/lib/i18n/staff-words";
import type { AccountRef } from "@/lib/loyalty/figures.types";
import { accountPath } from "../../../_loyalty/paths";
import type { ReadAs } from "../../../_loyalty/words/read-as";
import { PrintButton } from "./print-button";

type ReviewFrameProps = {
  account: AccountRef;
  workspace: string;
  whom: "us" | "share";
  as: ReadAs;
  children: ReactNode;
};

/** Around the sheets: whom they are for, and the way to paper. None of it is printed. */
export function ReviewFrame({ account, workspace, whom, as, children }: ReviewFrameProps) {
  const t = staffWords(as.locale, "review");
  const path = accountPath(workspace, account.id);
  const href = `${path}/review`;
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3 print:hidden">
        <Link href={path} className="text-ink-2 underline hover:text-ink">
          {account.name}
        </Link>
        <PrintButton label={t("print")} />
      </div>
      <div className="print:hidden">
        <Tabs
          label={t("whom")}
          tabs={[
            { label: t("us"), href: `${href}?for=us`, isCurrent: whom === "us" },
            { label: t("share"), href: `${href}?for=share`, isCurrent: whom === "share" },
          ]}
        />
        <p className="mb-4 text-sm text-ink-2">{t(`notes.${whom}`)}</p>
      </div>
      {children}
    </>
  );
}
