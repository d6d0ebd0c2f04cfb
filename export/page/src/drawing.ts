// The network as a picture: sigma draws the points and lines, and we the names, since it knows no direction of writing.
import Graph from "graphology";
import noverlap from "graphology-layout-noverlap";
import Sigma from "sigma";
import type { Settings } from "sigma/settings";
import type { NodeDisplayData, PartialButFor } from "sigma/types";
import { type Actor, nameOf, type Tongue } from "./story";
import type { Ties } from "./ties";

type Label = PartialButFor<NodeDisplayData, "x" | "y" | "size" | "label" | "color"> & { highlighted?: boolean };

/** Where a name stands on the picture, in pixels. */
interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Colours {
  person: string;
  country: string;
  body: string;
  line: string;
  strong: string;
  ink: string;
  paper: string;
}

export function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element);
  const get = (name: string) => style.getPropertyValue(name).trim();
  return {
    person: get("--accent"),
    country: get("--country"),
    body: get("--body"),
    line: get("--tie"),
    strong: get("--ink-2"),
    ink: get("--ink"),
    paper: get("--paper"),
  };
}

export const kindOf = (type: string) => (type === "person" ? "person" : type === "country" ? "country" : "body");

const fewNames = 30; // up to as many, every point bears its name

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

export class Drawing {
  private readonly graph = new Graph({ type: "undirected" });
  private readonly sigma: Sigma;
  private colours: Colours;
  private hovered: string | null = null;
  private chosen = new Set<string>();
  private readonly places = new Map<string, Place>(); // of the names drawn so far

  constructor(
    private readonly box: HTMLElement,
    private readonly actors: Actor[],
    pick: (actor: number) => void,
  ) {
    this.colours = coloursOf(box);
    const label = (context: CanvasRenderingContext2D, data: Label, settings: Settings) => this.drawLabel(context, data, settings);
    const hover = (context: CanvasRenderingContext2D, data: Label, settings: Settings) => this.drawLabel(context, data, settings, true);
    this.sigma = new Sigma(this.graph, box, {
      allowInvalidContainer: true,
      renderEdgeLabels: false,
      labelFont: getComputedStyle(box).fontFamily,
      labelSize: 12,
      labelDensity: 0.8,
      labelGridCellSize: 110,
      labelRenderedSizeThreshold: 4,
      stagePadding: 48,
      minCameraRatio: 0.05,
      maxCameraRatio: 3,
      zIndex: true,
      defaultDrawNodeLabel: label,
      defaultDrawNodeHover: hover,
      nodeReducer: (node, data) => this.nodeLook(node, data),
      edgeReducer: (edge, data) => this.edgeLook(edge, data),
    });
    this.sigma.on("beforeRender", () => this.places.clear());
    this.sigma.on("clickNode", ({ node }) => pick(Number(node)));
    this.sigma.on("enterNode", ({ node }) => this.hover(node));
    this.sigma.on("leaveNode", () => this.hover(null));
  }

  show(ties: Ties, chosen: number[], tongue: Tongue): void {
    this.chosen = new Set(chosen.map(String));
    this.hovered = null;
    this.graph.clear();
    const most = Math.max(...ties.weights.values(), 1);
    const few = ties.weights.size <= fewNames;
    this.sigma.setSetting("labelDensity", few ? 4 : 0.8);
    const widest = few ? 13 : 13 * Math.sqrt(fewNames / ties.weights.size);
    const points = this.inPixels([...ties.weights.keys()]);
    for (const [index, weight] of ties.weights) {
      const actor = this.actors[index]!;
      const size = 3 + widest * Math.sqrt(weight / most);
      this.graph.addNode(index, { ...points.get(index)!, size, label: nameOf(actor, tongue), kind: kindOf(actor.type) });
    }
    const strongest = ties.list[0]?.events ?? 1;
    for (const { a, b, events } of ties.list) {
      this.graph.addEdge(a, b, { size: 1 + 5 * (events / strongest) });
    }
    noverlap.assign(this.graph, { maxIterations: 100, settings: { margin: Math.min(Math.max(500 / this.graph.order, 4), 24), ratio: 1.2 } });
    this.fit();
  }

  /** Takes the colours of the page again. */
  recolour(): void {
    this.colours = coloursOf(this.box);
    this.sigma.refresh();
  }

  zoom(by: number): void {
    const camera = this.sigma.getCamera();
    void camera.animate({ ratio: camera.getBoundedRatio(camera.ratio * by) }, { duration: still() ? 0 : 200 });
  }

  all(): void {
    void this.sigma.getCamera().animate({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }, { duration: still() ? 0 : 200 });
  }

  end(): void {
    this.sigma.kill();
  }

  /** The program's positions in the size they will be seen at, so that points can be kept from covering each other. */
  private inPixels(actors: number[]): Map<number, { x: number; y: number }> {
    const extent = (values: number[]) => Math.max(...values) - Math.min(...values) || 1;
    const all = actors.map((index) => this.actors[index]!);
    const { width, height } = this.box.getBoundingClientRect();
    const scale = Math.min(width / extent(all.map(({ x }) => x)), height / extent(all.map(({ y }) => y)));
    return new Map(actors.map((index, i) => [index, { x: all[i]!.x * scale, y: all[i]!.y * scale }]));
  }

  private fit(): void {
    const xs = this.graph.mapNodes((_, { x }) => x as number);
    const ys = this.graph.mapNodes((_, { y }) => y as number);
    const range = (values: number[]): [number, number] => {
      const low = Math.min(...values);
      const high = Math.max(...values);
      return high > low ? [low, high] : [low - 50, high + 50];
    };
    this.sigma.setCustomBBox(xs.length ? { x: range(xs), y: range(ys) } : null);
    this.sigma.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
    this.sigma.refresh();
  }

  private hover(node: string | null): void {
    this.hovered = node;
    this.box.style.cursor = node === null ? "" : "pointer";
    this.sigma.refresh({ skipIndexation: true });
  }

  private nodeLook(node: string, data: Record<string, unknown>): Partial<NodeDisplayData> {
    const { colours, hovered } = this;
    const near = hovered === null || node === hovered || this.graph.areNeighbors(node, hovered);
    const looks: Partial<NodeDisplayData> = { ...data, color: near ? colours[data.kind as "person"] : colours.line };
    if (!near) looks.label = "";
    if (this.chosen.has(node) || node === hovered) {
      looks.forceLabel = true;
      looks.zIndex = 1;
    }
    if (this.chosen.has(node)) looks.highlighted = true;
    return looks;
  }

  private edgeLook(edge: string, data: Record<string, unknown>): Record<string, unknown> {
    const { colours, hovered } = this;
    const lit = hovered !== null && this.graph.hasExtremity(edge, hovered);
    return { ...data, color: lit ? colours.strong : colours.line, hidden: hovered !== null && !lit, zIndex: lit ? 1 : 0 };
  }

  /** The name beside its point, with a rim in the paper's colour; chosen ones get a ring. */
  private drawLabel(context: CanvasRenderingContext2D, data: Label, settings: Settings, always = false): void {
    if (data.highlighted) {
      context.beginPath();
      context.arc(data.x, data.y, data.size + 3, 0, 2 * Math.PI);
      context.lineWidth = 2;
      context.strokeStyle = this.colours.ink;
      context.stroke();
    }
    if (!data.label) return;
    context.font = `${settings.labelSize}px ${settings.labelFont}`;
    const place = this.placeOf(data, context.measureText(data.label).width, settings.labelSize, always || data.highlighted === true);
    if (place === null) return;
    this.places.set(data.label, place);
    context.direction = rightToLeft.test(data.label) ? "rtl" : "ltr";
    context.textAlign = "center";
    context.textBaseline = "top";
    context.lineJoin = "round";
    context.lineWidth = 4;
    context.strokeStyle = this.colours.paper;
    context.fillStyle = this.colours.ink;
    context.strokeText(data.label, place.x + place.width / 2, place.y);
    context.fillText(data.label, place.x + place.width / 2, place.y);
  }

  /** Below the point, above it or at its sides, where no name stands yet; null when there is no room. */
  private placeOf({ x, y, size, label }: Label, width: number, height: number, always: boolean): Place | null {
    const known = this.places.get(label!);
    if (known !== undefined && always) return known;
    const gap = size + 4;
    const room = this.sigma.getDimensions().width - width;
    const below = { x: Math.max(Math.min(x - width / 2, room), 0), y: y + gap, width, height };
    const sides = [
      { ...below, x: x + gap, y: y - height / 2 },
      { ...below, x: x - gap - width, y: y - height / 2 },
    ];
    const places = [below, { ...below, y: y - gap - height }, ...sides.filter((side) => side.x >= 0 && side.x <= room)];
    const free = places.find((place) => ![...this.places.values()].some((taken) => overlap(place, taken)));
    return free ?? (always ? below : null);
  }
}

const overlap = (a: Place, b: Place) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

export function canDraw(): boolean {
  return document.createElement("canvas").getContext("webgl2") !== null;
}
