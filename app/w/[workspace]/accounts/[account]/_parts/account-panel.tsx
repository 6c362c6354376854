import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { AccountDto } from "@/lib/loyalty/account-page.types";
import { CallForm } from "../../../_loyalty/call-form";
import { accountPath } from "../../../_loyalty/paths";
import { EditAccountForm } from "./edit-account-form";
import { LogTouchForm } from "./log-touch-form";
import { NegotiationForm } from "./negotiation-form";
import { OpenCaseForm } from "./open-case-form";
import { PersonForm } from "./person-form";
import { PromiseForm } from "./promise-form";
import { WalletForm } from "./wallet-form";

/** The form that stands open on the page, as its address says. */
export type OpenPanel =
  | { kind: "log"; touch: "call" | "thanks" }
  | { kind: "edit" }
  | { kind: "promise" }
  | { kind: "case"; about: string | null }
  | { kind: "wallet" }
  | { kind: "negotiation"; negotiationId: string | null }
  | { kind: "call"; contractId: string }
  | { kind: "person"; personId: string | null };

export type Rights = { canLog: boolean; canEdit: boolean; canMerge: boolean };

export function openPanel(query: Record<string, string | undefined>): OpenPanel | null {
  if (query.log === "call" || query.log === "thanks") return { kind: "log", touch: query.log };
  if (query.log === "promise" || query.log === "wallet") return { kind: query.log };
  if (query.log === "case") return { kind: "case", about: query.about ?? null };
  if (query.negotiation) {
    const { negotiation } = query;
    return { kind: "negotiation", negotiationId: negotiation === "new" ? null : negotiation };
  }
  if (query.call) return { kind: "call", contractId: query.call };
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

type Content = { title: string; form: ReactNode } | null;

/** What whoever looks after the account writes down. */
function logged(props: AccountPanelProps, t: PanelWords): Content {
  const { panel, account, workspace, today } = props;
  const part = { account, workspace };
  switch (panel.kind) {
    case "log":
      return {
        title: t("log"),
        form: <LogTouchForm {...part} today={today} kind={panel.touch} />,
      };
    case "promise":
      return { title: t("promise"), form: <PromiseForm {...part} /> };
    case "case":
      return { title: t("case"), form: <OpenCaseForm {...part} about={panel.about} /> };
    case "wallet":
      return { title: t("wallet"), form: <WalletForm {...part} /> };
    case "negotiation": {
      const negotiation = account.negotiations.find(({ id }) => id === panel.negotiationId) ?? null;
      if (panel.negotiationId !== null && !negotiation) return null;
      if (account.contracts.length === 0) return null;
      return {
        title: t("negotiation"),
        form: <NegotiationForm key={panel.negotiationId} {...part} negotiation={negotiation} />,
      };
    }
    case "call":
      return calling(panel.contractId, part, t);
    default:
      return null;
  }
}

function calling(
  contractId: string,
  { account, workspace }: { account: AccountDto; workspace: string },
  t: PanelWords,
): Content {
  const contract = account.contracts.find(({ id }) => id === contractId);
  if (!contract) return null;
  const title = t("call", { contract: contract.name });
  return {
    title,
    form: (
      <CallForm
        workspace={workspace}
        contractId={contractId}
        label={title}
        call={account.calls.find((call) => call.contractId === contractId) ?? null}
        backTo={{ page: "account", query: { onAccountId: account.id } }}
        cancelHref={accountPath(workspace, account.id)}
      />
    ),
  };
}

function content(props: AccountPanelProps, t: PanelWords): Content {
  const { panel, account, rights, workspace, today } = props;
  if (panel.kind !== "edit" && panel.kind !== "person")
    return rights.canLog ? logged(props, t) : null;
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
