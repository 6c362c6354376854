import { buildTiles, type Targets } from "./build-tiles";
import { perSelection } from "./per-epoch";
import type { Scene } from "./scene";

/** The same filter at one epoch is measured once, for whoever asks. */
export function tilesOf(scene: Scene, targets: Targets) {
  const what = [...targets].map(([key, value]) => `${key}=${JSON.stringify(value)}`).join();
  const key = `tiles ${scene.asOfDay} ${scene.compareDay} ${what}`;
  return perSelection(scene.units, key, () => buildTiles(scene, targets));
}
