import { type Point, roundPoint } from './settings';

const WAIT_MS = 10_000;
const FRESH_MS = 600_000;

/** Where the visitor is, rounded here so that nothing finer leaves the page; else why it is not known. */
export function askPosition(): Promise<Point | 'refused' | 'failed'> {
  return new Promise((resolve) => {
    if (!('geolocation' in navigator)) {
      resolve('failed');
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve(roundPoint(coords)),
      ({ code }) => resolve(code === 1 ? 'refused' : 'failed'),
      { enableHighAccuracy: false, timeout: WAIT_MS, maximumAge: FRESH_MS },
    );
  });
}
