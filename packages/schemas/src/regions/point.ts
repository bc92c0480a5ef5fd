/** A place on the globe in degrees (WGS 84), as the Geolocation API gives it. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Whether a value is a place on the globe. Devices and forms also send nothing, `NaN` and swapped coordinates. */
export const isPoint = (value: unknown): value is Point => {
  const { latitude, longitude } = (value ?? {}) as Partial<Point>;
  return isDegrees(latitude, 90) && isDegrees(longitude, 180);
};

const isDegrees = (value: unknown, limit: number): boolean => typeof value === 'number' && Math.abs(value) <= limit;
