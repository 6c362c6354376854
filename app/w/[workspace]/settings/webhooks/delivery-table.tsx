import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { type Column, DataTable } from "@/components/ui/data-table";
import { SubmitButton } from "@/components/ui/submit-button";
import type { DeliveryDto, WebhookDto } from "@/lib/workspaces/webhooks/list-webhooks";
import { replayDeliveryAction } from "./actions";
import { failureWords } from "./failure-words";

type DeliveryTableProps = {
  deliveries: readonly DeliveryDto[];
  webhooks: readonly WebhookDto[];
  workspace: string;
  moment: (instant: string) => string;
};

export function DeliveryTable({ deliveries, webhooks, workspace, moment }: DeliveryTableProps) {
  const t = useTranslations("settings.webhooks");
  const locale = useLocale();
  const urlOf = new Map(webhooks.map(({ endpointId, url }) => [endpointId, url]));
  const outcome = (delivery: DeliveryDto) => {
    const { state, dueAt, lastStatus } = delivery;
    if (state === "delivered") return t("delivered", { status: String(lastStatus) });
    const why = failureWords(delivery, locale);
    if (state === "failed") return t("failed", { why: why ?? t("onTheWay.noAnswer") });
    return why === null ? t("pending") : t("again", { why, at: dueAt ? moment(dueAt) : "" });
  };
  const columns: Column<DeliveryDto>[] = [
    {
      key: "event",
      header: t("eventColumn"),
      isName: true,
      cell: ({ kind }) => <span className="font-semibold">{kind}</span>,
    },
    { key: "when", header: t("when"), cell: ({ createdAt }) => moment(createdAt) },
    {
      key: "to",
      header: t("to"),
      cell: ({ endpointId }) => <span className="break-all">{urlOf.get(endpointId)}</span>,
    },
    { key: "outcome", header: t("outcome"), cell: outcome },
    {
      key: "replay",
      header: t("replay"),
      hideHeader: true,
      align: "right",
      cell: ({ deliveryId, state, kind }) =>
        state === "pending" ? null : (
          <ActionForm
            action={replayDeliveryAction}
            workspace={workspace}
            className="text-left md:items-end"
            aria-label={t("replayOne", { kind })}
          >
            <input type="hidden" name="deliveryId" value={deliveryId} />
            <SubmitButton kind="secondary" size="small">
              {t("replay")}
            </SubmitButton>
          </ActionForm>
        ),
    },
  ];
  return (
    <DataTable
      caption={t("logCaption")}
      columns={columns}
      rows={deliveries}
      rowKey={({ deliveryId }) => deliveryId}
    />
  );
}
