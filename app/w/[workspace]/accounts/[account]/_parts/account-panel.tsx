import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { AccountDto } from "@/lib/loyalty/account-page.types";
import { accountPath } from "../../../_loyalty/paths";
import { EditAccountForm } from "./edit-account-form";
import { LogTouchForm } from "./log-touch-form";
import { PersonForm } from "./person-form";

/** The form that stands open on the page, as its address says. */
export type OpenPanel =
  | { kind: "log" }
  | { kind: "edit" }
  | { kind: "person"; personId: string | null };

export type Rights = { canLog: boolean; canEdit: boolean };

export function openPanel(query: Record<string, string | undefined>): OpenPanel | null {
  if (query.log === "call") return { kind: "log" };
  if (query.edit === "account") return { kind: "edit" };
  if (query.person) {
    return { kind: "person", personId: query.person === "new" ? null : query.person };
  }
  return null;
}

type AccountPanelProps = {
  panel: OpenPanel;
  account: AccountDto;
  rights: Rights;
  workspace: string;
  today: string;
};

type PanelWords = ReturnType<typeof useTranslations<"account.panel">>;

function content(
  props: AccountPanelProps,
  t: PanelWords,
): { title: string; form: ReactNode } | null {
  const { panel, account, rights, workspace, today } = props;
  if (panel.kind === "log") {
    return rights.canLog
      ? { title: t("log"), form: <LogTouchForm {...{ account, workspace, today }} /> }
      : null;
  }
  if (!rights.canEdit) return null;
  if (panel.kind === "edit") {
    return { title: t("edit"), form: <EditAccountForm {...{ account, workspace }} /> };
  }
  const person = account.people.find(({ id }) => id === panel.personId) ?? null;
  if (panel.personId !== null && !person) return null;
  return {
    title: person ? person.name : t("add"),
    form: <PersonForm key={panel.personId} {...{ account, person, workspace, today }} />,
  };
}

export function AccountPanel(props: AccountPanelProps) {
  const t = useTranslations("account.panel");
  const shown = content(props, t);
  if (!shown) return null;
  return (
    <Card
      id={props.panel.kind}
      title={shown.title}
      actions={
        <LinkButton size="small" kind="quiet" href={accountPath(props.workspace, props.account.id)}>
          {t("close")}
        </LinkButton>
      }
    >
      {shown.form}
    </Card>
  );
}
