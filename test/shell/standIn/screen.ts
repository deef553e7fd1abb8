import { EventEmitter } from 'node:events';
import type { Display, Point, Rectangle, Screen } from 'electron';
import type { Machine } from './machine.ts';

type Members = 'getAllDisplays' | 'getDisplayMatching' | 'getDisplayNearestPoint' | 'getPrimaryDisplay';

/** One display of full HD with a task bar at its foot. */
export class StandInScreen extends EventEmitter implements Pick<Screen, Members> {
  readonly #machine: Machine;

  constructor(machine: Machine) {
    super();
    this.#machine = machine;
  }

  getPrimaryDisplay(): Display {
    if (!this.#machine.app.isReady()) throw new Error("The 'screen' module can't be used before the app 'ready' event");
    const bounds = { x: 0, y: 0, width: 1920, height: 1080 };
    return { id: 1, bounds, workArea: { ...bounds, height: 1040 }, scaleFactor: 1 } as Display;
  }
  getAllDisplays = (): Display[] => [this.getPrimaryDisplay()];
  getDisplayMatching = (_rectangle: Rectangle): Display => this.getPrimaryDisplay();
  getDisplayNearestPoint = (_point: Point): Display => this.getPrimaryDisplay();
}
