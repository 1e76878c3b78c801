#!/usr/bin/env -S node --experimental-websocket
// How fast the page follows the hand, in a headless chromium that renders in software: for each chapter of the story and in Play a slider is moved a place in every animation
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

async function print(socket, what) {
  console.log(await evaluate(socket, `(${measure})(${JSON.stringify({ ...what, seconds: SECONDS, single: SINGLE })})`));
}

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

/** Runs in the page: moves a slider of `view` and times the measures called `entry`. */
async function measure({ name, view, slider: which, entry, part: [from, to], seconds, single }) {
  const frame = () => new Promise(requestAnimationFrame);
  const until = async (so, most = 20_000) => {
    for (const end = performance.now() + most; !so() && performance.now() < end;) await frame();
  };
  const find = () => document.querySelector(`${view} ${which}`);
  await until(() => find() !== null);
  document.querySelector(view).scrollIntoView();
  const times = () => performance.getEntriesByName(entry).map(e => e.duration).sort((a, b) => a - b);
  const slider = find();
  const [low, high] = [Number(slider.min), Number(slider.max)];
  const set = part => {
    slider.value = String(low + (from + part * (to - from)) * (high - low));
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  };
  // It has computed once what it shows.
  await until(() => document.querySelector(view).dataset.shown !== undefined, 3000);
  const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? NaN;
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
  return `${name.padEnd(18)} ${(dragged.length / seconds).toFixed(0).padStart(3)} pictures a second; a move to its frame: dragging `
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
    await print(socket, { name: chapter, view: `[data-chapter=${chapter}]`, slider: 'input', entry: `story ${chapter}`, part: [0, 1] });
  }
  for (const steps of [6000, 20_000]) {
    await evaluate(socket, `location.hash = '#/play?preset=canonical&steps=${steps}'`);
    const name = `Play, ${steps} steps`;
    await print(socket, { name, view: '.play', slider: 'input[type=range][aria-label^="η"]', entry: 'input to timeline', part: [0.5, 0.7] });
  }
  socket.close();
} finally {
  browser.kill();
  await new Promise(gone => browser.on('exit', gone));
  rmSync(profile, { recursive: true, force: true });
}
