#!/usr/bin/env -S node --experimental-websocket
// How fast the story follows the hand, in a headless chromium that renders in software: for each chapter a slider is moved a place in every animation
// frame, up and down its whole range, and then from rest. Prints pictures a second, and milliseconds from a move to the painted frame.
//
//     ./eos site --out site && bench/story-frames.mjs site
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const SECONDS = 5;
const SINGLE = 25;
const BROWSER = process.env.CHROMIUM ?? '/usr/bin/chromium';

const page = pathToFileURL(resolve(process.argv[2] ?? 'site', 'index.html')).href;
const profile = mkdtempSync(join(tmpdir(), 'story'));
const browser = spawn(BROWSER, [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--window-size=1440,900',
  '--remote-debugging-port=0',
  `--user-data-dir=${profile}`,
  page,
]);

/** Where the browser says that it listens. */
const address = await new Promise(found => {
  browser.stderr.on('data', text => {
    const match = /ws:\/\/([^/]+)/.exec(String(text));
    if (match) found(match[1]);
  });
});

async function connect() {
  const targets = await (await fetch(`http://${address}/json`)).json();
  const socket = new WebSocket(targets.find(t => t.type === 'page').webSocketDebuggerUrl);
  await new Promise(open => socket.addEventListener('open', open));
  return socket;
}

let asked = 0;

function evaluate(socket, expression) {
  const id = ++asked;
  return new Promise((resolve, reject) => {
    const answer = ({ data }) => {
      const { id: to, result, error } = JSON.parse(data);
      if (to !== id) return;
      socket.removeEventListener('message', answer);
      if (error) reject(new Error(error.message));
      else if (result.exceptionDetails) reject(new Error(result.exceptionDetails.exception.description));
      else resolve(result.result.value);
    };
    socket.addEventListener('message', answer);
    const params = { expression, awaitPromise: true, returnByValue: true };
    socket.send(JSON.stringify({ id, method: 'Runtime.evaluate', params }));
  });
}

/** Runs in the page. */
async function measure(chapter, seconds, single) {
  const frame = () => new Promise(requestAnimationFrame);
  const until = async (so, most = 20_000) => {
    for (const end = performance.now() + most; !so() && performance.now() < end;) await frame();
  };
  await until(() => document.querySelector(`[data-chapter=${chapter}]`));
  const section = document.querySelector(`[data-chapter=${chapter}]`);
  section.scrollIntoView();
  await until(() => section.dataset.shown !== undefined);
  const slider = section.querySelector('input');
  const [low, high] = [Number(slider.min), Number(slider.max)];
  const set = part => {
    slider.value = String(low + part * (high - low));
    slider.dispatchEvent(new Event('input'));
  };
  const times = () => performance.getEntriesByName(`story ${chapter}`).map(e => e.duration).sort((a, b) => a - b);
  const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
  const drag = async () => {
    performance.clearMeasures();
    const began = performance.now();
    for (let now = began; now < began + 1000 * seconds; now = await frame()) {
      const t = (now - began) / 2500 % 2;
      set(t < 1 ? t : 2 - t);
    }
    return times();
  };
  await drag();
  const dragged = await drag();
  await new Promise(done => setTimeout(done, 500));
  performance.clearMeasures();
  for (let i = 0; i < single; i++) {
    const before = times().length;
    set((i * 7 % single + 0.5) / single);
    // A place that is the last one's makes no picture.
    await until(() => times().length > before, 3000);
    await frame();
  }
  const one = times();
  const ms = x => x.toFixed(0);
  return `${chapter.padEnd(10)} ${(dragged.length / seconds).toFixed(0).padStart(3)} pictures a second; a move to its frame: dragging `
    + `${ms(at(dragged, 0.5))} ms median, ${ms(at(dragged, 0.95))} ms 95 %; from rest ${ms(at(one, 0.5))}, ${ms(at(one, 0.95))}`;
}

try {
  const socket = await connect();
  // While the page comes in, its predecessor goes with all that was asked of it.
  for (let there = false; !there;) {
    there = await evaluate(socket, `document.querySelector('.chapter') !== null`).catch(() => false);
    await new Promise(done => setTimeout(done, 100));
  }
  const chapters = await evaluate(socket, `[...document.querySelectorAll('.chapter')].map(e => e.dataset.chapter)`);
  console.log(`${cpus().length} × ${cpus()[0].model}, software rendering`);
  for (const chapter of chapters) {
    console.log(await evaluate(socket, `(${measure})(${JSON.stringify(chapter)}, ${SECONDS}, ${SINGLE})`));
  }
  socket.close();
} finally {
  browser.kill();
  await new Promise(gone => browser.on('exit', gone));
  rmSync(profile, { recursive: true, force: true });
}
