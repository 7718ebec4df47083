import { type Axis, placeOn } from './axis.ts';
import { escapeMarkup } from './markup.ts';

/** Something shown over time: dots, a line through points, or an area that stands on another. */
export interface Series {
  readonly kind: 'points' | 'line' | 'area';
  readonly name: string;
  /** One of the palette: 1 to 6. */
  readonly colour: number;
  readonly values: readonly { readonly x: number; readonly y: number; readonly base?: number }[];
}

/** A stretch of time that stands out, a moment, or a height to compare with. */
export type Annotation =
  | { readonly kind: 'stretch'; readonly from: number; readonly to: number; readonly label: string }
  | { readonly kind: 'moment'; readonly at: number; readonly label: string }
  | { readonly kind: 'level'; readonly at: number; readonly label: string };

export interface PlotOptions {
  /** What is seen, for whoever cannot see it. */
  readonly title: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
  readonly annotations: readonly Annotation[];
}

const WIDTH = 960;
const HEIGHT = 320;
const AREA = { left: 76, right: 944, top: 54, bottom: 268 } as const;
const LETTER = 6.4;

/** A plot as SVG that stands by itself, in dark and light. */
export function plot({ title, x, y, series, annotations }: PlotOptions): string {
  const xOf = (value: number): number => placeOn(x, value, AREA.left, AREA.right);
  const yOf = (value: number): number => placeOn(y, value, AREA.bottom, AREA.top);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="plot" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeMarkup(title)}">`,
    `<title>${escapeMarkup(title)}</title>`,
    STYLE,
    `<rect class="ground" width="${WIDTH}" height="${HEIGHT}"/>`,
    ...annotations.flatMap((each) => annotation(each, xOf, yOf)),
    ...y.ticks.flatMap(({ at, label }) => [
      `<path class="grid" d="M${AREA.left} ${round(yOf(at))}H${AREA.right}"/>`,
      `<text class="tick" text-anchor="end" x="${AREA.left - 8}" y="${round(yOf(at) + 4)}">${escapeMarkup(label)}</text>`,
    ]),
    ...x.ticks.flatMap(({ at, label }) => [
      `<path class="axis" d="M${round(xOf(at))} ${AREA.bottom}v5"/>`,
      `<text class="tick" text-anchor="middle" x="${round(xOf(at))}" y="${AREA.bottom + 19}">${escapeMarkup(label)}</text>`,
    ]),
    `<path class="axis" d="M${AREA.left} ${AREA.top}V${AREA.bottom}H${AREA.right}"/>`,
    ...series.map((each) => drawn(each, xOf, yOf)),
    `<text class="label" text-anchor="middle" x="${(AREA.left + AREA.right) / 2}" y="${HEIGHT - 10}">${escapeMarkup(x.label)}</text>`,
    `<text class="label" text-anchor="middle" transform="translate(16 ${(AREA.top + AREA.bottom) / 2}) rotate(-90)">${escapeMarkup(y.label)}</text>`,
    ...legend(series),
    '</svg>',
  ].join('\n');
}

type Place = (value: number) => number;

function drawn({ kind, colour, values }: Series, xOf: Place, yOf: Place): string {
  const points = values.map(({ x, y, base }) => ({ x: round(xOf(x)), y: round(yOf(y)), base }));
  if (kind === 'points')
    return `<path class="points c${colour}" d="${points.map(({ x, y }) => `M${x} ${y}h0`).join('')}"/>`;
  const along = points.map(({ x, y }) => `${x} ${y}`).join('L');
  if (kind === 'line') return `<path class="line c${colour}" d="M${along}"/>`;
  const back = points.toReversed().map(({ x, base = 0 }) => `${x} ${round(yOf(base))}`);
  return `<path class="area c${colour}" d="M${along}L${back.join('L')}Z"/>`;
}

function annotation(each: Annotation, xOf: Place, yOf: Place): readonly string[] {
  const labelY = AREA.top - 6;
  switch (each.kind) {
    case 'stretch': {
      const [from, to] = [round(xOf(each.from)), round(xOf(each.to))];
      return [
        `<rect class="stretch" x="${from}" y="${AREA.top}" width="${round(to - from)}" height="${AREA.bottom - AREA.top}"/>`,
        `<text class="note" text-anchor="middle" x="${round((from + to) / 2)}" y="${labelY}">${escapeMarkup(each.label)}</text>`,
      ];
    }
    case 'moment': {
      const at = round(xOf(each.at));
      return [
        `<path class="moment" d="M${at} ${AREA.top}V${AREA.bottom}"/>`,
        `<text class="note" text-anchor="middle" x="${at}" y="${labelY}">${escapeMarkup(each.label)}</text>`,
      ];
    }
    case 'level': {
      const at = round(yOf(each.at));
      return [
        `<path class="moment" d="M${AREA.left} ${at}H${AREA.right}"/>`,
        `<text class="note" text-anchor="end" x="${AREA.right - 4}" y="${at - 5}">${escapeMarkup(each.label)}</text>`,
      ];
    }
  }
}

function legend(series: readonly Series[]): readonly string[] {
  let x = AREA.left;
  return series.flatMap(({ kind, name, colour }) => {
    const at = x;
    x += 26 + name.length * LETTER + 14;
    const sign =
      kind === 'area'
        ? `<rect class="area c${colour}" x="${at}" y="10" width="16" height="10"/>`
        : kind === 'line'
          ? `<path class="line c${colour}" d="M${at} 15h16"/>`
          : `<path class="points legend c${colour}" d="M${at + 3} 15h0M${at + 9} 15h0M${at + 15} 15h0"/>`;
    return [sign, `<text class="tick" x="${at + 22}" y="19">${escapeMarkup(name)}</text>`];
  });
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Colours that differ for colour-blind people too (after Okabe and Ito), lighter on dark ground. */
const STYLE = `<style>
.plot { font: 12px system-ui, sans-serif; --ground: #ffffff; --ink: #1f2328; --faint: #57606a; --grid: #d8dee4; --stretch: #fff1d6;
  --c1: #0072b2; --c2: #c2410c; --c3: #007a5a; --c4: #8250df; --c5: #9a6700; --c6: #57606a; }
@media (prefers-color-scheme: dark) { .plot { --ground: #12161c; --ink: #e6edf3; --faint: #a3adb8; --grid: #2b333d; --stretch: #3a2f16;
  --c1: #56b4e9; --c2: #ff8a4c; --c3: #2cc295; --c4: #c39bff; --c5: #e3b341; --c6: #a3adb8; } }
.plot .ground { fill: var(--ground); } .plot text { fill: var(--ink); } .plot .tick, .plot .note { fill: var(--faint); }
.plot .note { font-size: 11px; } .plot .grid { stroke: var(--grid); } .plot .axis { stroke: var(--faint); fill: none; }
.plot .stretch { fill: var(--stretch); } .plot .moment { stroke: var(--faint); stroke-dasharray: 4 3; }
.plot .line { fill: none; stroke-width: 1.8; stroke-linejoin: round; } .plot .points { stroke-width: 2.4; stroke-linecap: round; stroke-opacity: .5; }
.plot .legend { stroke-width: 5; stroke-opacity: 1; } .plot .area { fill-opacity: .75; }
${[1, 2, 3, 4, 5, 6].map((n) => `.plot .c${n} { stroke: var(--c${n}); } .plot .area.c${n} { fill: var(--c${n}); stroke: none; }`).join('\n')}
</style>`;
