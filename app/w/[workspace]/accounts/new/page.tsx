import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { listOwners } from "@/lib/accounts/list-owners";
import { can } from "@/lib/auth/permissions";
import { AccountFields } from "../../_loyalty/account-fields";
import { workspacePath } from "../../_loyalty/paths";
import { pageCtx } from "../../page-ctx";
import { createAccountAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("create.title") };
}

type Props = { params: Promise<{ workspace: string }> };

export default async function NewAccountPage({ params }: Props) {
  const ctx = await pageCtx((await params).workspace);
  if (!can(ctx.actor, "account:write")) notFound();
  const t = await getTranslations("account");
  const owners = await listOwners({ ctx });
  const { slug, currency, country } = ctx.workspace;
  const ownerId = ctx.actor.type === "user" ? ctx.actor.employeeId : null;
  const list = workspacePath(slug, "accounts");
  return (
    <>
      <PageHeader
        crumbs={[{ label: t("title.accounts"), href: list }, { label: t("create.crumb") }]}
        title={t("create.title")}
        parts={t("create.parts")}
      />
      <Card>
        <ActionForm action={createAccountAction} workspace={slug} keepsValues>
          <AccountFields owners={owners} values={{ currency, country, ownerId }} />
          <div className="flex gap-2">
            <SubmitButton pending={t("create.pending")}>{t("create.submit")}</SubmitButton>
            <LinkButton href={list}>{t("create.cancel")}</LinkButton>
          </div>
        </ActionForm>
      </Card>
    </>
  );
}
