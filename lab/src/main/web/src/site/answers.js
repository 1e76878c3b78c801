// The end of the worker's script: what a page posts is asked of the laboratory, compiled, before it.
onmessage = ({ data }) => {
  let reply;
  try {
    reply = ask(data.name, data.body);
  } catch (error) {
    reply = { error: String(error) };
  }
  postMessage(reply);
};
