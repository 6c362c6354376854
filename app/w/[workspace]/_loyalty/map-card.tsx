import Link from "next/link";
import type { ReactNode } from "react";
import { layoutMap } from "@/components/charts/loyalty-map/layout-map";
import { LoyaltyMap } from "@/components/charts/loyalty-map/loyalty-map";
import type { MapAccount } from "@/components/charts/loyalty-map/map-types";
import { StateDot } from "@/components/metrics/state-dot";
import { stateInWords } from "@/components/metrics/state-words";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { formatCount } from "@/lib/format/count";
import { formatAmount, formatInScale, formatMoney, moneyColumn } from "@/lib/format/money";
import { formatScore } from "@/lib/format/number";
import type { DefinitionDto, MapDto, MapPointDto } from "@/lib/loyalty/figures.types";
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
  /** The map under other conventions, where it was asked for. */
  children?: ReactNode;
};

const TABLE_ROWS = 50;

function toMapAccount(point: MapPointDto, as: ReadAs, workspace: string): MapAccount {
  const owner = point.ownerName ? [`Owner ${point.ownerName}`] : [];
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
    lines: [
      point.name,
      stateInWords(point),
      `Running revenue ${formatMoney(point.revenueMinor, as)}`,
      `Behaviour ${formatScore(point.behaviour, as.locale)}, attitude ${formatScore(point.attitude, as.locale)}`,
      ...owner,
    ],
  };
}

function noteOf(map: MapDto, as: ReadAs, shaded: number): string {
  const parts = [
    formatCount(map.activeAccounts, "account", "accounts", as.locale),
    `area = running revenue (largest ${formatMoney(map.largestMinor, as)})`,
  ];
  const hasRing = map.points.some((point) => point.mark === "ring");
  if (hasRing) parts.push("filled: a decision-maker answered, ring: only others");
  if (shaded > 0) parts.push("the 50 largest as dots, the shading shows how many stand where");
  return parts.join(" · ");
}

function columns(as: ReadAs, workspace: string, points: readonly MapPointDto[]) {
  const scale = moneyColumn(
    points.map((point) => point.revenueMinor),
    as.currency,
  );
  return [
    {
      key: "name",
      header: "Account",
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
      header: "State",
      cell: (point) => <StateDot state={point.state}>{stateInWords(point)}</StateDot>,
    },
    {
      key: "behaviour",
      header: "Behaviour",
      align: "right",
      cell: (point) => formatScore(point.behaviour, as.locale),
    },
    {
      key: "attitude",
      header: "Attitude",
      align: "right",
      cell: (point) => formatScore(point.attitude, as.locale),
    },
    {
      key: "revenue",
      header: `Running revenue, ${as.currency}`,
      align: "right",
      cell: (point) => formatInScale(point.revenueMinor, scale, as),
    },
  ] satisfies Column<MapPointDto>[];
}

function sensitivityWords(map: MapDto, as: ReadAs): string | null {
  if (!map.sensitivity) return null;
  const { passiveMinor, passiveIfLenientMinor } = map.sensitivity;
  if (passiveMinor === passiveIfLenientMinor) {
    return "If 8 and CSat 4 counted as yes, passive would stay the same.";
  }
  return `If 8 and CSat 4 counted as yes: passive ${formatAmount(passiveIfLenientMinor, as)} instead of ${formatAmount(passiveMinor, as)}.`;
}

export function MapCard(props: MapCardProps) {
  const { map, as, workspace, definitions, accountsHref, movement } = props;
  const layout = layoutMap(
    map.points.map((point) => toMapAccount(point, as, workspace)),
    map.line,
  );
  const first = map.points.slice(0, TABLE_ROWS);
  const corner =
    map.corner.accounts === 0
      ? null
      : `${formatCount(map.corner.accounts, "account", "accounts", as.locale)} too new and not heard from (${formatAmount(map.corner.revenueMinor, as)})`;
  return (
    <Card id="map" title="Loyalty map" note={noteOf(map, as, layout.shaded)}>
      <LoyaltyMap
        layout={layout}
        line={map.line}
        corner={corner}
        summary="Every account by behaviour, from gone to growing, and attitude, from no to yes. Tab to the map, walk it with the arrow keys, open an account with Enter; the table below holds the same."
      />
      <div className="mt-3 flex flex-wrap gap-x-3 gap-y-1 text-sm text-ink-3">
        {movement ? <span>{movement}</span> : null}
        <span>{sensitivityWords(map, as)}</span>
        {map.sensitivity && props.cutsHref && !props.children ? (
          <Link href={props.cutsHref} className="underline hover:text-ink">
            Other conventions
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
        <summary className="inline list-none text-ink-2 underline hover:text-ink">Table</summary>
        <div className="mt-2 max-h-96 overflow-y-auto">
          <DataTable
            caption="Accounts on the loyalty map, largest first"
            columns={columns(as, workspace, first)}
            rows={first}
            rowKey={(point) => point.accountId}
          />
        </div>
        {map.activeAccounts > first.length ? (
          <p className="mt-2">
            <Link href={accountsHref} className="underline">
              All {formatCount(map.activeAccounts, "account", "accounts", as.locale)}
            </Link>
          </p>
        ) : null}
      </details>
    </Card>
  );
}
