/** A response that is a tree already: nobody writes it as text to read it again. */
export class Tree extends Response {
  constructor(private readonly tree: unknown) {
    super(null);
  }

  override json(): Promise<unknown> {
    return Promise.resolve(this.tree);
  }
}
