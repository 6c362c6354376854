import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { FilterBar } from "@/components/layout/filter-bar";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import type { TileDto } from "@/lib/loyalty/figures.types";
import { measureName, measurePopulation } from "@/lib/loyalty/measure-names";
import { getTargets, type TargetsDto } from "@/lib/loyalty/targets/get-targets";
import { workspacePath } from "../../_loyalty/paths";
import { readParams, type SearchParams } from "../../_loyalty/search-params";
import { baselineWords, inUnit, tileInterval, tileValue } from "../../_loyalty/words/measure-words";
import type { ReadAs } from "../../_loyalty/words/read-as";
import { orNotFound } from "../../or-not-found";
import { pageCtx } from "../../page-ctx";
import { SettingsFrame } from "../settings-frame";
import { freezeBaselineAction, setTargetAction } from "./actions";
import { typedTarget } from "./typed-target";

type Props = { params: Promise<{ workspace: string }>; searchParams: SearchParams };
type ViewProps = { view: TargetsDto; as: ReadAs; workspace: string };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.targets");
  return { title: t("title") };
}

function TargetForm({ tile, view, as, workspace }: ViewProps & { tile: TileDto }) {
  const t = useTranslations("settings.targets");
  const { currency } = view;
  const unit =
    tile.unit === "ratio"
      ? t("percent")
      : tile.unit === "money"
        ? t("money", { currency })
        : t("points");
  return (
    <ActionForm
      action={setTargetAction}
      workspace={workspace}
      success={t("saved")}
      keepsValues
      aria-label={t("targetOf", { measure: measureName(tile.key, as.locale) })}
    >
      <input type="hidden" name="measure" value={tile.key} />
      <input type="hidden" name="segmentId" value={view.filter.segment?.id ?? ""} />
      <div className="flex items-end gap-2">
        <Field
          name="value"
          label={`${t("targetOf", { measure: measureName(tile.key, as.locale) })}, ${unit}`}
          hideLabel
        >
          <TextInput
            inputMode="decimal"
            maxLength={20}
            defaultValue={typedTarget(tile, currency)}
            className="max-w-24 text-right"
          />
        </Field>
        <span aria-hidden className="pb-2 text-sm text-ink-3">
          {unit}
        </span>
        <SubmitButton kind="secondary">{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

function Measures(props: ViewProps) {
  const { view, as } = props;
  const t = useTranslations("settings.targets");
  const columns: Column<TileDto>[] = [
    {
      key: "measure",
      header: t("measure"),
      isName: true,
      cell: (tile) => (
        <>
          <b className="font-semibold">{measureName(tile.key, as.locale)}</b>{" "}
          <span className="text-ink-3">{measurePopulation(tile, as.locale)}</span>
        </>
      ),
    },
    {
      key: "now",
      header: t("now"),
      cell: (tile) => (
        <>
          {tileValue(tile, as) ?? "–"}{" "}
          <span className="text-sm text-ink-3">{tileInterval(tile, as)}</span>
        </>
      ),
    },
    {
      key: "target",
      header: t("target"),
      cell: (tile) => {
        if (view.canChange) return <TargetForm tile={tile} {...props} />;
        return tile.target === null ? t("none") : inUnit(tile.target, tile.unit, as, 0);
      },
    },
    {
      key: "baseline",
      header: t("baseline"),
      cell: (tile) => <span className="text-sm">{baselineWords(tile, as) ?? t("none")}</span>,
    },
  ];
  if (view.tiles.length === 0) return <p className="text-ink-2">{t("nothing")}</p>;
  return (
    <DataTable
      caption={t("title")}
      columns={columns}
      rows={view.tiles}
      rowKey={({ key }) => key}
      holdsFields
    />
  );
}

export default async function TargetsPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const ctx = await pageCtx(workspace);
  const t = await getTranslations("settings.targets");
  const { segment } = await readParams(searchParams);
  const view = await orNotFound(getTargets({ ctx, input: { segmentId: segment } }));
  const { filter, currency, canChange } = view;
  const as: ReadAs = { locale: ctx.locale, currency, asOf: filter.asOf };
  return (
    <SettingsFrame workspace={workspace} current="targets">
      <FilterBar
        action={workspacePath(workspace, "settings/targets")}
        selects={[
          {
            name: "segment",
            label: t("segment"),
            value: filter.segment?.id ?? "",
            options: [
              { value: "", label: t("all") },
              ...filter.segments.map(({ id, name }) => ({ value: id, label: name })),
            ],
          },
        ]}
      />
      <Card id="targets" title={t("title")} note={t("note")}>
        <Measures view={view} as={as} workspace={workspace} />
      </Card>
      {canChange ? (
        <Card id="baseline" title={t("freezeTitle")} note={t("freezeNote")}>
          <ActionForm
            action={freezeBaselineAction}
            workspace={workspace}
            success={t("frozen")}
            aria-label={t("freezeTitle")}
          >
            <input type="hidden" name="segmentId" value={filter.segment?.id ?? ""} />
            <div>
              <SubmitButton pending={t("freezing")}>{t("freeze")}</SubmitButton>
            </div>
          </ActionForm>
        </Card>
      ) : null}
    </SettingsFrame>
  );
}
