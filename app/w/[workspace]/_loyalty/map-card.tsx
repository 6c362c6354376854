import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { layoutMap } from "@/components/charts/loyalty-map/layout-map";
import { LoyaltyMap } from "@/components/charts/loyalty-map/loyalty-map";
import type { MapAccount } from "@/components/charts/loyalty-map/map-types";
import { StateDot } from "@/components/metrics/state-dot";
import { stateInWords } from "@/components/metrics/state-words";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { oneStop } from "@/lib/format/count";
import { codeOf } from "@/lib/format/currency";
import { formatAmount, formatInScale, formatMoney, moneyColumn } from "@/lib/format/money";
import { formatScore } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { DefinitionDto, MapDto, MapPointDto } from "@/lib/loyalty/figures.types";
import type { ChosenDto } from "@/lib/loyalty/overview.types";
import { FormulaPopover } from "./formula-popover";
import { accountPath } from "./paths";
import type { ReadAs } from "./words/read-as";

type MapCardProps = {
  map: MapDto;
  as: ReadAs;
  workspace: string;
  definitions: readonly DefinitionDto[];
  /** Who moved since the earlier date, in words. */
  movement?: string | null;
  /** Every account as a table, with the filter of this page. */
  accountsHref: string;
  /** The same page with the map under other conventions. */
  cutsHref?: string;
  /** What is chosen on it, where accounts can be chosen. */
  choice?: { chosen: ChosenDto | null; path: string; query: Record<string, string> };
  chooser?: ReactNode;
  /** The map under other conventions, where it was asked for. */
  children?: ReactNode;
};

const TABLE_ROWS = 50;

function toMapAccount(
  point: MapPointDto,
  as: ReadAs,
  workspace: string,
  chosen: ReadonlySet<string> | null,
): MapAccount {
  const t = staffWords(as.locale, "loyalty");
  const owner = point.ownerName ? [t("map.owner", { name: point.ownerName })] : [];
  return {
    id: point.accountId,
    name: point.name,
    href: accountPath(workspace, point.accountId),
    behaviour: point.behaviour,
    attitude: point.attitude,
    state: point.state,
    size: Math.max(0, point.revenueMinor),
    mark: point.mark,
    moved: point.moved,
    isFaint: chosen !== null && !chosen.has(point.accountId),
    lines: [
      point.name,
      stateInWords(point, as.locale),
      t("map.running", { amount: formatMoney(point.revenueMinor, as) }),
      t("map.scores", {
        behaviour: formatScore(point.behaviour, as.locale),
        attitude: formatScore(point.attitude, as.locale),
      }),
      ...owner,
    ],
  };
}

function noteOf(map: MapDto, as: ReadAs, shaded: number): string {
  const t = staffWords(as.locale, "loyalty");
  const parts = [
    t("accountCount", { count: map.activeAccounts }),
    t("map.area", { amount: formatMoney(map.largestMinor, as) }),
  ];
  const hasRing = map.points.some((point) => point.mark === "ring");
  if (hasRing) parts.push(t("map.marks"));
  if (shaded > 0) parts.push(t("map.shading"));
  return parts.join(" · ");
}

function columns(as: ReadAs, workspace: string, points: readonly MapPointDto[]) {
  const t = staffWords(as.locale, "loyalty");
  const scale = moneyColumn(
    points.map((point) => point.revenueMinor),
    as.currency,
  );
  return [
    {
      key: "name",
      header: t("columns.account"),
      isName: true,
      cell: (point) => (
        <Link
          href={accountPath(workspace, point.accountId)}
          className="font-semibold hover:underline"
        >
          {point.name}
        </Link>
      ),
    },
    {
      key: "state",
      header: t("columns.state"),
      cell: (point) => <StateDot state={point.state}>{stateInWords(point, as.locale)}</StateDot>,
    },
    {
      key: "behaviour",
      header: t("columns.behaviour"),
      align: "right",
      cell: (point) => formatScore(point.behaviour, as.locale),
    },
    {
      key: "attitude",
      header: t("columns.attitude"),
      align: "right",
      cell: (point) => formatScore(point.attitude, as.locale),
    },
    {
      key: "revenue",
      header: t("columns.runningIn", { currency: codeOf(as.currency) }),
      align: "right",
      cell: (point) => formatInScale(point.revenueMinor, scale, as),
    },
  ] satisfies Column<MapPointDto>[];
}

function sensitivityWords(map: MapDto, as: ReadAs): string | null {
  if (!map.sensitivity) return null;
  const t = staffWords(as.locale, "loyalty");
  const { passiveMinor, passiveIfLenientMinor } = map.sensitivity;
  if (passiveMinor === passiveIfLenientMinor) return t("map.lenientSame");
  return oneStop(
    t("map.lenient", {
      lenient: formatAmount(passiveIfLenientMinor, as),
      passive: formatAmount(passiveMinor, as),
    }),
  );
}

export function MapCard(props: MapCardProps) {
  const t = useTranslations("loyalty");
  const { map, as, workspace, definitions, accountsHref, movement, choice } = props;
  const chosen = choice?.chosen ?? null;
  const chosenIds = chosen && new Set(chosen.shownIds);
  const layout = layoutMap(
    map.points.map((point) => toMapAccount(point, as, workspace, chosenIds)),
    map.line,
    map.crowd.map(({ revenueMinor, ...crowd }) => ({ ...crowd, size: Math.max(0, revenueMinor) })),
  );
  const first = map.points.slice(0, TABLE_ROWS);
  const corner =
    map.corner.accounts === 0
      ? null
      : t("map.corner", {
          count: map.corner.accounts,
          amount: formatAmount(map.corner.revenueMinor, as),
        });
  return (
    <Card id="map" title={t("map.title")} note={noteOf(map, as, layout.shaded)}>
      <LoyaltyMap
        layout={layout}
        line={map.line}
        corner={corner}
        summary={t("map.summary")}
        {...(choice ? { choice: { ...choice, chosen: chosen?.place ?? null } } : {})}
      />
      {props.chooser}
      <div className="mt-3 flex flex-wrap gap-x-3 gap-y-1 text-sm text-ink-3">
        {movement ? <span>{movement}</span> : null}
        <span>{sensitivityWords(map, as)}</span>
        {map.sensitivity && props.cutsHref && !props.children ? (
          <Link href={props.cutsHref} className="underline hover:text-ink">
            {t("map.otherConventions")}
          </Link>
        ) : null}
        <FormulaPopover
          id="map-definition"
          keys={[
            "loyaltyState",
            "behaviourScore",
            "accountAttitude",
            "runningRevenue",
            "loyaltyMovement",
            "mapSensitivity",
          ]}
          definitions={definitions}
        />
      </div>
      {props.children ? <div className="mt-3 text-sm">{props.children}</div> : null}
      <details className="mt-1 text-sm">
        <summary className="inline list-none text-ink-2 underline hover:text-ink">
          {t("table")}
        </summary>
        <div className="mt-2 max-h-96 overflow-y-auto">
          <DataTable
            caption={t("map.tableCaption")}
            columns={columns(as, workspace, first)}
            rows={first}
            rowKey={(point) => point.accountId}
          />
        </div>
        {map.activeAccounts > first.length ? (
          <p className="mt-2">
            <Link href={accountsHref} className="underline">
              {t("map.all", { count: map.activeAccounts })}
            </Link>
          </p>
        ) : null}
      </details>
    </Card>
  );
}
