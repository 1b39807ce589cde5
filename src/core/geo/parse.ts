/**
 * CAP's written forms of a shape (CAP-v1.2-os, area.polygon and area.circle): `lat,lon lat,lon …` and `lat,lon radius`
 * with the radius in kilometres. White space is free between the numbers, also around the comma: issuers wrap lines.
 */
import { isPoint } from './point.ts';
import type { Circle, Point, Polygon } from './shape.ts';

export type ShapeFaultCode =
  | 'empty'
  | 'not-numbers'
  | 'out-of-range'
  | 'too-few-points'
  | 'too-many-points'
  | 'not-closed';

/** Why a text makes no shape: a stable word, and a sentence that says what to do. */
export interface ShapeFault {
  readonly code: ShapeFaultCode;
  readonly sentence: string;
}

export type ShapeReading<S> =
  | { readonly shape: S; readonly fault: null }
  | { readonly shape: null; readonly fault: ShapeFault };

const fault = (code: ShapeFaultCode, sentence: string): { shape: null; fault: ShapeFault } => ({
  shape: null,
  fault: { code, sentence },
});

/** Reads a polygon. `maxPoints` bounds the memory a text may claim. */
export function parsePolygon(text: string, maxPoints = Number.POSITIVE_INFINITY): ShapeReading<Polygon> {
  const scanner = new NumberScanner(text);
  const ring: Point[] = [];
  while (!scanner.atEnd()) {
    if (ring.length >= maxPoints) return fault('too-many-points', 'Has more points than are read; simplify it.');
    const point = scanner.point();
    if (point === null)
      return fault(
        'not-numbers',
        `Point ${ring.length + 1} is not written as “latitude,longitude”; correct it or draw the polygon again.`,
      );
    if (!isPoint(point)) return fault('out-of-range', outOfRange(`Point ${ring.length + 1}`, point));
    ring.push(point);
  }
  return closedRing(ring);
}

function closedRing(ring: Point[]): ShapeReading<Polygon> {
  if (ring.length === 0) return fault('empty', 'Is empty; give at least four points or leave it out.');
  if (ring.length < 4)
    return fault('too-few-points', 'Has fewer than four points; give at least three corners and the first one again.');
  const first = ring[0] as Point;
  const last = ring[ring.length - 1] as Point;
  if (first.lat !== last.lat || first.lon !== last.lon)
    return fault('not-closed', 'Is not closed; repeat the first point at the end.');
  return { shape: { kind: 'polygon', ring }, fault: null };
}

/** Reads a circle; its radius comes back in metres. */
export function parseCircle(text: string): ShapeReading<Circle> {
  const scanner = new NumberScanner(text);
  if (scanner.atEnd()) return fault('empty', 'Is empty; give a centre and a radius or leave it out.');
  const center = scanner.point();
  const radiusKilometers = center === null ? null : scanner.number();
  if (center === null || radiusKilometers === null || !scanner.atEnd())
    return fault('not-numbers', 'Is not written as “latitude,longitude radius”; correct it or draw the circle again.');
  if (!isPoint(center)) return fault('out-of-range', outOfRange('The centre', center));
  if (radiusKilometers < 0) return fault('out-of-range', 'Has a negative radius; give kilometres from 0 on.');
  return { shape: { kind: 'circle', center, radiusMeters: radiusKilometers * 1000 }, fault: null };
}

function outOfRange(what: string, { lat, lon }: Point): string {
  if (isPoint({ lat: lon, lon: lat }))
    return `${what} is not on the globe, and would be with its two numbers exchanged (latitude ${lon}, longitude ${lat}); write latitude first.`;
  return `${what} is not on the globe; latitude goes from −90 to 90 and longitude from −180 to 180, in this order.`;
}

/** One pass over the text, without backing up: time is linear whatever stands there. */
class NumberScanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  atEnd(): boolean {
    this.#at = spaceEnd(this.#text, this.#at);
    return this.#at >= this.#text.length;
  }

  /** `lat,lon` followed by white space or the end, in or out of range; null when it is none. */
  point(): Point | null {
    const lat = this.#number();
    if (lat === null) return null;
    this.#at = spaceEnd(this.#text, this.#at);
    if (codeAt(this.#text, this.#at) !== comma) return null;
    this.#at++;
    const lon = this.number();
    return lon === null ? null : { lat, lon };
  }

  /** A finite number followed by white space or the end. */
  number(): number | null {
    const value = this.#number();
    return this.#at >= this.#text.length || isSpace(this.#text.charCodeAt(this.#at)) ? value : null;
  }

  /**
   * Sign, digits with an optional point, and an exponent. Where doubles hold the digits as a whole number exactly, and the power of ten
   * too, their quotient is the nearest double, as Number() would give.
   */
  #number(): number | null {
    const text = this.#text;
    const start = spaceEnd(text, this.#at);
    let at = start;
    let code = codeAt(text, at);
    const negative = code === minus;
    if (negative || code === plus) code = codeAt(text, ++at);
    let whole = 0;
    const wholeAt = at;
    for (; isDigit(code); code = codeAt(text, ++at)) whole = whole * 10 + (code - zero);
    let digits = at - wholeAt;
    let decimals = 0;
    if (code === dot) {
      const pointAt = at++;
      for (code = codeAt(text, at); isDigit(code); code = codeAt(text, ++at)) whole = whole * 10 + (code - zero);
      decimals = at - pointAt - 1;
      digits += decimals;
    }
    this.#at = at;
    if (digits === 0) return null;
    if ((code | 0x20) === lowerE) return this.#withExponent(start);
    const powerOfTen = powersOfTen[decimals];
    if (whole > Number.MAX_SAFE_INTEGER || powerOfTen === undefined) return finite(text.slice(start, at));
    const value = whole / powerOfTen;
    return negative ? -value : value;
  }

  /** The number from `start`, whose exponent begins here. */
  #withExponent(start: number): number | null {
    const text = this.#text;
    let at = this.#at + 1;
    const sign = text.charCodeAt(at);
    if (sign === plus || sign === minus) at++;
    const digitsStart = at;
    while (isDigit(text.charCodeAt(at))) at++;
    this.#at = at;
    return at === digitsStart ? null : finite(text.slice(start, at));
  }
}

function finite(written: string): number | null {
  const value = Number(written);
  return Number.isFinite(value) ? value : null;
}

function spaceEnd(text: string, at: number): number {
  let end = at;
  while (isSpace(codeAt(text, end))) end++;
  return end;
}

/** 0 behind the end: asking a string for what it has not is slow. */
const codeAt = (text: string, at: number): number => (at < text.length ? text.charCodeAt(at) : 0);

const [comma, dot, plus, minus, zero, lowerE] = [0x2c, 0x2e, 0x2b, 0x2d, 0x30, 0x65];
/** Those that doubles hold exactly. */
const powersOfTen = Array.from({ length: 23 }, (_, n) => Number(`1e${n}`));
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isSpace = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0;
