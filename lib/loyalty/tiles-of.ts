import { buildTiles, MEASURES, type Targets } from "./build-tiles";
import type { TileDto } from "./figures.types";
import { withAim } from "./measures/measure";
import { perSelection } from "./per-epoch";
import type { Scene } from "./scene";

const NO_TARGETS: Targets = new Map();

/** The same filter at one epoch is measured once, for whoever asks and whatever is aimed at. */
export function tilesOf(scene: Scene, targets: Targets = NO_TARGETS) {
  const key = `tiles ${scene.asOfDay} ${scene.compareDay}`;
  const measured = perSelection(scene.units, key, () => buildTiles(scene, NO_TARGETS));
  const aimed = (tile: TileDto) => {
    const measure = MEASURES.find((one) => one.key === tile.key);
    return measure ? withAim(tile, measure, targets.get(tile.key)) : tile;
  };
  return {
    ...measured,
    tiles: measured.tiles.map(aimed),
    moreTiles: measured.moreTiles.map(aimed),
  };
}
