import regular from "@fontsource/inter/files/inter-latin-400-normal.woff?inline";
import bold from "@fontsource/inter/files/inter-latin-700-normal.woff?inline";
import type { CardElement } from "./card.ts";
import { remembered } from "./picture-cache.ts";

/** The size that every reader of link pictures takes. */
const WIDTH = 1200;
const HEIGHT = 630;

const fontData = (dataUrl: string): Buffer => Buffer.from(dataUrl.slice(dataUrl.indexOf(",") + 1), "base64");

const fonts = [
  { name: "Inter", data: fontData(regular), weight: 400 as const, style: "normal" as const },
  { name: "Inter", data: fontData(bold), weight: 700 as const, style: "normal" as const },
];

/** Draws a card as PNG. Nothing is asked of the network: a letter that Inter lacks becomes an empty box. */
export const drawCard = async (card: CardElement): Promise<Uint8Array<ArrayBuffer>> =>
  remembered(JSON.stringify(card), async () => {
    // Only now: both take longer to load than the pictures of earlier builds take to read.
    const [{ default: satori }, { default: sharp }] = await Promise.all([import("satori"), import("sharp")]);
    const svg = await satori(card, { width: WIDTH, height: HEIGHT, fonts });
    return new Uint8Array(await sharp(Buffer.from(svg)).png().toBuffer());
  });
