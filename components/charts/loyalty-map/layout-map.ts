import { densityOf } from "./density";
import type {
  MapAccount,
  MapArrow,
  MapCrowd,
  MapDot,
  MapLayout,
  Region,
  RegionLayout,
} from "./map-types";
import { type Box, type Dot, packDots } from "./pack-dots";
import { placeLabels } from "./place-labels";

export const PLANE = { width: 600, height: 344 };
const STRIP = 52;
const LARGEST_RADIUS = 18;
const SMALLEST_RADIUS = 2.6;
/** Share of a region that dots may cover before all of them shrink. */
const FULL = 0.15;
const MOST_DOTS = 500;
const DOTS_BESIDE_DENSITY = 50;
const LARGEST_NAMED = 3;

type Place = Pick<MapAccount, "behaviour" | "attitude">;

function regionOf(account: Place): Region | null {
  if (account.behaviour !== null && account.attitude !== null) return "plane";
  if (account.behaviour !== null) return "unheard";
  return account.attitude !== null ? "tooNew" : null;
}

type Sizes = { [K in Region]: { width: number; height: number } };

/** The strip grows where most accounts are unheard: then it is the picture. */
function sizesOf(accounts: readonly MapAccount[], crowd: readonly MapCrowd[]): Sizes {
  const area = (region: Region) =>
    [...accounts, ...crowd].reduce((sum, a) => (regionOf(a) === region ? sum + a.size : sum), 0);
  const unheard = (a: Place) => regionOf(a) === "unheard";
  const count =
    accounts.filter(unheard).length +
    crowd.filter(unheard).reduce((sum, { accounts: many }) => sum + many, 0);
  const total = area("plane") + area("unheard") + area("tooNew");
  const share = total === 0 ? 0 : area("unheard") / total;
  const strip = Math.round(STRIP + Math.min(150, 240 * share * share + count * 0.12));
  return {
    plane: PLANE,
    unheard: { width: PLANE.width, height: strip },
    tooNew: { width: STRIP, height: PLANE.height },
  };
}

/** Pixels of radius per square root of size: the largest dot, and all dots together, must fit. */
function radiusScale(accounts: readonly MapAccount[], sizes: Sizes): number {
  const largest = accounts.reduce((max, account) => Math.max(max, account.size), 0);
  if (largest <= 0) return 0;
  let scale = LARGEST_RADIUS / Math.sqrt(largest);
  for (const region of ["plane", "unheard", "tooNew"] as const) {
    const own = accounts.filter((account) => regionOf(account) === region);
    const sum = own.reduce((total, account) => total + Math.max(0, account.size), 0);
    if (sum === 0) continue;
    const room = FULL * sizes[region].width * sizes[region].height;
    scale = Math.min(scale, Math.sqrt(room / (Math.PI * sum)));
    const inset = Math.min(sizes[region].width, sizes[region].height) / 2 - 2;
    const biggest = own.reduce((max, account) => Math.max(max, account.size), 0);
    scale = Math.min(scale, inset / Math.sqrt(biggest));
  }
  return scale;
}

/** The part of its region a dot may stand in: its side of the cut lines. */
function boxFor(account: MapAccount, size: { width: number; height: number }, line: number): Box {
  const box = { left: 0, top: 0, right: size.width, bottom: size.height };
  const cutX = line * size.width;
  const cutY = (1 - line) * size.height;
  if (account.behaviour !== null) {
    if (account.behaviour < line) box.right = cutX;
    else box.left = cutX;
  }
  if (account.attitude !== null) {
    if (account.attitude < line) box.top = cutY;
    else box.bottom = cutY;
  }
  return box;
}

function arrowOf(account: MapAccount, dot: Dot, size: RegionLayout | Sizes["plane"]): MapArrow[] {
  if (!account.moved) return [];
  const fromX = account.moved.fromBehaviour * size.width;
  const fromY = (1 - account.moved.fromAttitude) * size.height;
  const length = Math.hypot(dot.x - fromX, dot.y - fromY);
  if (length <= dot.r + 6) return [];
  const keep = (length - dot.r - 3) / length;
  return [
    {
      id: account.id,
      fromX,
      fromY,
      toX: fromX + (dot.x - fromX) * keep,
      toY: fromY + (dot.y - fromY) * keep,
    },
  ];
}

function layoutRegion(
  region: Region,
  accounts: readonly MapAccount[],
  options: {
    sizes: Sizes;
    scale: number;
    line: number;
    named: ReadonlySet<string>;
    shade: boolean;
    crowd: readonly MapCrowd[];
    largest: ReadonlySet<string>;
  },
): RegionLayout | null {
  const size = options.sizes[region];
  const own = accounts.filter((account) => regionOf(account) === region);
  const crowd = options.crowd.filter((one) => regionOf(one) === region);
  if (own.length + crowd.length === 0 && region !== "plane") return null;
  const drawn = options.shade ? own.filter((account) => options.largest.has(account.id)) : own;
  const byId = new Map(drawn.map((account) => [account.id, account]));
  const placed = packDots(
    drawn.map((account) => ({
      id: account.id,
      x: (account.behaviour ?? 0.5) * size.width,
      y: (account.attitude === null ? 0.5 : 1 - account.attitude) * size.height,
      r: Math.max(SMALLEST_RADIUS, options.scale * Math.sqrt(Math.max(0, account.size))),
    })),
    (dot) => boxFor(byId.get(dot.id) as MapAccount, size, options.line),
  ).dots;
  const dots: MapDot[] = placed.flatMap((dot) => {
    const account = byId.get(dot.id);
    if (!account) return [];
    const { id, name, href, behaviour, attitude, state, lines } = account;
    const mark = account.mark ?? "filled";
    const isFaint = account.isFaint ?? false;
    const { x, y, r } = dot;
    return [{ id, name, href, region, x, y, r, behaviour, attitude, state, mark, isFaint, lines }];
  });
  const requests = drawn
    .filter((account) => options.named.has(account.id))
    .map((account) => ({ id: account.id, text: account.name, isWanted: account.moved !== null }));
  const area = { left: 2, top: 0, right: size.width - 2, bottom: size.height };
  return {
    ...size,
    dots,
    names: placeLabels(requests, placed, area).map(({ id, text, box, side }) => ({
      id,
      text,
      side,
      x: side === "right" ? box.left : box.right,
      y: (box.top + box.bottom) / 2,
    })),
    arrows: placed.flatMap((dot) => arrowOf(byId.get(dot.id) as MapAccount, dot, size)),
    density: options.shade ? densityOf([...own, ...crowd], size) : [],
  };
}

/**
 * Where everything on the loyalty map stands.
 * @param accounts the largest first
 * @param crowd those that stand for so many that they come counted
 */
export function layoutMap(
  accounts: readonly MapAccount[],
  line: number,
  crowd: readonly MapCrowd[] = [],
): MapLayout {
  const shade = accounts.length > MOST_DOTS || crowd.length > 0;
  const sizes = sizesOf(accounts, crowd);
  const drawn = shade ? accounts.slice(0, DOTS_BESIDE_DENSITY) : accounts;
  const scale = radiusScale(drawn, sizes);
  const moved = accounts.filter((account) => account.moved !== null).slice(0, 6);
  const named = new Set([...moved, ...accounts.slice(0, LARGEST_NAMED)].map(({ id }) => id));
  const largest = new Set(drawn.map(({ id }) => id));
  const options = { sizes, scale, line, named, shade, crowd, largest };
  const plane = layoutRegion("plane", accounts, options) as RegionLayout;
  const unheard = layoutRegion("unheard", accounts, options);
  const tooNew = layoutRegion("tooNew", accounts, options);
  const shown = plane.dots.length + (unheard?.dots.length ?? 0) + (tooNew?.dots.length ?? 0);
  const crowded = crowd.reduce((sum, { accounts: many }) => sum + many, 0);
  return { plane, unheard, tooNew, shaded: accounts.length + crowded - shown };
}
