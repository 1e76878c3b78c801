// The end of the worker's script: what a page posts is asked of the laboratory, compiled, before it. Arrays of numbers are handed over, not copied.
function arrays(value, found = []) {
  if (value instanceof Float64Array) found.push(value.buffer);
  else if (value && typeof value === 'object') for (const entry of Object.values(value)) arrays(entry, found);
  return found;
}
onmessage = ({ data }) => {
  let reply;
  try {
    reply = ask(data.name, data.body);
  } catch (error) {
    reply = { error: String(error) };
  }
  postMessage(reply, arrays(reply));
};
