import type { Metadata } from "next";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { listOwners } from "@/lib/accounts/list-owners";
import { AccountFields } from "../../_loyalty/account-fields";
import { workspacePath } from "../../_loyalty/paths";
import { pageCtx } from "../../page-ctx";
import { createAccountAction } from "../actions";

export const metadata: Metadata = { title: "New account" };

type Props = { params: Promise<{ workspace: string }> };

export default async function NewAccountPage({ params }: Props) {
  const ctx = await pageCtx((await params).workspace);
  const owners = await listOwners({ ctx });
  const { slug, currency, country } = ctx.workspace;
  const ownerId = ctx.actor.type === "user" ? ctx.actor.employeeId : null;
  const list = workspacePath(slug, "accounts");
  return (
    <>
      <PageHeader
        crumbs={[{ label: "Accounts", href: list }, { label: "New" }]}
        title="New account"
        parts="For many accounts at once, import a file instead."
      />
      <Card>
        <ActionForm action={createAccountAction} workspace={slug} keepsValues>
          <AccountFields owners={owners} values={{ currency, country, ownerId }} />
          <div className="flex gap-2">
            <SubmitButton pending="Creating">Create account</SubmitButton>
            <LinkButton href={list}>Cancel</LinkButton>
          </div>
        </ActionForm>
      </Card>
    </>
  );
}
