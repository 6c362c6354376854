import { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import type { Tx } from "@/lib/db/with-workspace";
import { withFacts } from "@/lib/facts/with-facts";
import type { WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { dayNumber } from "@/lib/format/calendar";
import { buildLifetime, buildLifetimeSegments } from "./build-lifetime";
import { definitionsOf } from "./definitions";
import { DISCOUNT_RATES, USUAL_RATE } from "./discount-rates";
import { fitModels } from "./lifetime/fit-models";
import { marginShares } from "./lifetime/margins";
import { type LifetimeView, valueAccounts } from "./lifetime/value-accounts";
import type { LifetimeBasis, LifetimeDto } from "./lifetime.types";
import { loadFilter, loadSegmentUnits } from "./load-filter";
import { perEpochLoaded, perSelectionLoaded } from "./per-epoch";
import { optional, reportInput } from "./view-input";

/** Margins that are known for less of the revenue say little about the rest. */
const ENOUGH_KNOWN = 0.8;

const DEFINITIONS = [
  "contractAccountsValue",
  "fitRenewalsBetaGeometric",
  "orderBaseValue",
  "fitBgNbd",
  "fitGammaGamma",
  "expectedPurchases",
  "customersLifetimeValue",
  "contractLifetimeValue",
  "orderLifetimeValue",
  "independentSum",
] as const;

const lifetimeInput = reportInput.extend({
  rate: optional(z.enum(["6", "8", "10", "12"], { error: "Choose a rate from the list." })),
  basis: optional(z.enum(["margin", "revenue"], { error: "Choose margin or revenue." })),
});

/** Margin where it is known for enough of the revenue, or where it was asked for and any is known. */
function basisOf(
  wanted: LifetimeBasis | undefined,
  { isKnown, coverage }: ReturnType<typeof marginShares>,
): LifetimeBasis {
  if (!isKnown) return "revenue";
  return wanted ?? ((coverage ?? 0) >= ENOUGH_KNOWN ? "margin" : "revenue");
}

async function valuedAt(
  tx: Tx,
  facts: WorkspaceFacts,
  asOfDay: number,
  wanted: z.infer<typeof lifetimeInput>,
) {
  const models = await perEpochLoaded(facts, `lifetime models ${asOfDay}`, () =>
    fitModels(tx, facts, asOfDay),
  );
  const shares = marginShares(models.yearly.values());
  const view: LifetimeView = {
    asOfDay,
    rate: DISCOUNT_RATES[wanted.rate ?? USUAL_RATE],
    basis: basisOf(wanted.basis, shares),
  };
  const key = `${asOfDay} ${view.rate} ${view.basis}`;
  const valued = await perEpochLoaded(facts, `lifetime values ${key}`, () =>
    valueAccounts(facts, models, view),
  );
  return {
    valued,
    key,
    bases: shares.isKnown ? (["margin", "revenue"] as const) : (["revenue"] as const),
  };
}

/** What the customers of today are worth, by contracts and by orders, and how far that can be trusted. */
export async function getLifetime({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<LifetimeDto> {
  requirePermission(ctx, "figures:read");
  const wanted = lifetimeInput.parse(input);
  const read = async (tx: Tx, facts: WorkspaceFacts): Promise<LifetimeDto> => {
    const { filter, units } = await loadFilter(tx, ctx, facts, wanted);
    const asOfDay = dayNumber(filter.asOf);
    const { valued, key, bases } = await valuedAt(tx, facts, asOfDay, wanted);
    const parts = await perSelectionLoaded(units, `lifetime ${key}`, async () =>
      buildLifetime(facts, units, valued),
    );
    const segments = await loadSegmentUnits(tx, facts, filter.owner?.id ?? null, asOfDay);
    const named = JSON.stringify(segments.map(({ id, name, rules }) => [id, name, rules]));
    const rows = await perSelectionLoaded(units, `lifetime by ${key} ${named}`, () =>
      buildLifetimeSegments(facts, units, segments, valued),
    );
    return {
      currency: filter.currency,
      filter,
      ...parts,
      bases: [...bases],
      segments: rows,
      definitions: definitionsOf(DEFINITIONS, ctx.locale),
    };
  };
  return withFacts(ctx, read);
}
