import { MEASURES, measureInTurns, type Targets } from "./build-tiles";
import type { TileDto } from "./figures.types";
import { withAim } from "./measures/measure";
import { perSelectionLoaded } from "./per-epoch";
import type { Scene } from "./scene";

const NO_TARGETS: Targets = new Map();
const TILES_SHOWN = 6;

/** The same filter at one epoch is measured once, for whoever asks and whatever is aimed at. */
export async function tilesOf(scene: Scene, targets: Targets = NO_TARGETS) {
  const key = `tiles ${scene.asOfDay} ${scene.compareDay}`;
  const measured = await perSelectionLoaded(scene.units, key, () =>
    measureInTurns(MEASURES, scene, NO_TARGETS),
  );
  const aimed = (tile: TileDto) => {
    const measure = MEASURES.find((one) => one.key === tile.key);
    return measure ? withAim(tile, measure, targets.get(tile.key)) : tile;
  };
  const tiles = measured.tiles.map(aimed);
  return {
    tiles: tiles.slice(0, TILES_SHOWN),
    moreTiles: tiles.slice(TILES_SHOWN),
    hidden: measured.hidden,
  };
}
