import { parentPort } from 'node:worker_threads';
import { renderPng } from './render-png';
import type { RenderAnswer, RenderWish } from './renderer';

// The program of the thread that renders; `PictureRenderer` starts it.
if (parentPort === null) throw new Error('This program runs in a worker thread');
const port = parentPort;
port.on('message', ({ id, svg }: RenderWish) => {
  const answer: RenderAnswer = { id, png: render(svg) };
  port.postMessage(answer);
});

function render(svg: string): Uint8Array | null {
  try {
    return renderPng(svg);
  } catch {
    return null;
  }
}
