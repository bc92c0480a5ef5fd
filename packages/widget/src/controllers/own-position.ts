import type { Position, RegionCode } from '@lapor/schemas';
import type { LoadData } from '@lapor/schemas/regions';
import type { PlaceSentences } from '../sentences/place-sentences.ts';

/** Where the device believes itself to be, and the regency around it. */
export interface Guess {
  readonly position: Position;
  readonly code: RegionCode;
  readonly name: string;
}

/** What finding a regency needs. */
export interface Borders {
  /** Brings a file of borders; from the gateway, which learns nothing of the point by it. */
  readonly load: LoadData;
  readonly nameOf: (code: RegionCode) => Promise<string>;
}

/** Metres above which a regency would be a guess of chance: the smallest cities are five kilometres wide. */
const tooRough = 3000;

/** Milliseconds. */
const patience = 15_000;

const askDevice = (): Promise<GeolocationPosition> =>
  new Promise((resolve, reject) =>
    navigator.geolocation.getCurrentPosition(resolve, reject, {
      enableHighAccuracy: true,
      timeout: patience,
      maximumAge: 60_000,
    }),
  );

/** The place in which the device is, asked for when somebody presses a button, and only proposed. It does not leave the device. */
export class OwnPosition {
  readonly #say: PlaceSentences;
  readonly #borders: Borders;
  readonly #changed: () => void;
  told = '';
  guess: Guess | undefined;

  constructor(say: PlaceSentences, borders: Borders, changed: () => void) {
    this.#say = say;
    this.#borders = borders;
    this.#changed = changed;
  }

  async ask(): Promise<void> {
    this.#tell(this.#say.asking);
    // Only pages on https may ask, and some browsers have it switched off.
    if (!('geolocation' in navigator) || !isSecureContext) return this.#tell(this.#say.unavailable);
    const { denied, unavailable, late, inaccurate } = this.#say;
    let coordinates: GeolocationCoordinates;
    try {
      ({ coords: coordinates } = await askDevice());
    } catch (error) {
      const { code } = error as GeolocationPositionError;
      return this.#tell(code === 1 ? denied : code === 3 ? late : unavailable);
    }
    const { latitude, longitude, accuracy } = coordinates;
    if (accuracy > tooRough) return this.#tell(inaccurate({ kilometres: Math.ceil(accuracy / 1000) }));
    return this.#place({ latitude, longitude, accuracyMetres: accuracy });
  }

  /** The proposal was taken or refused. */
  end(told: string): void {
    this.#tell(told);
  }

  async #place(position: Position): Promise<void> {
    const { guess, unplaced, notLoaded } = this.#say;
    try {
      const { locateRegency } = await import('./locate-regency.ts');
      const found = await locateRegency(position, this.#borders.load);
      if (!found) return this.#tell(unplaced);
      const name = await this.#borders.nameOf(found.code);
      this.#tell(guess({ region: name }), { position, code: found.code, name });
    } catch {
      this.#tell(notLoaded);
    }
  }

  #tell(told: string, guess?: Guess): void {
    Object.assign(this, { told, guess });
    this.#changed();
  }
}
