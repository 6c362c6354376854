import { isFunction, isNode, type Node, type SourceFile, walk } from "./source-tree";
import {
  isWrapper,
  keyOf,
  localOf,
  numbered,
  parameterOf,
  placeholder,
  type Texts,
  union,
  unwrapped,
} from "./text-parts";

type Place = { source: SourceFile; node: Node };
const MOST_TEXTS = 60;

/** Reads what a text in the source can be, following constants, parameters and returns. */
export class TextReader {
  private readonly sources: ReadonlyMap<string, SourceFile>;
  private readonly calls = new Map<Node, { call: Node; source: SourceFile }[]>();

  /** What is said to a function counts where its caller speaks to readers. */
  constructor(sources: ReadonlyMap<string, SourceFile>, isHeard: (source: SourceFile) => boolean) {
    this.sources = sources;
    for (const source of sources.values()) {
      if (!isHeard(source)) continue;
      walk(source.tree, (node) => {
        if (node.type !== "CallExpression") return;
        const called = this.functionOf({ source, node: node.callee as Node });
        if (!called) return;
        const known = this.calls.get(called.node) ?? [];
        this.calls.set(called.node, [...known, { call: node, source }]);
      });
    }
  }

  /** The texts of an expression, with placeholders for what varies. */
  textsOf(place: Place, depth = 0): Texts {
    if (depth > 12) return null;
    const { source, node } = place;
    const read = (part: unknown) => this.textsOf({ source, node: part as Node }, depth + 1);
    if (isWrapper(node)) return read(node.expression ?? node.argument);
    switch (node.type) {
      case "Literal":
        if (node.value === null) return [];
        return typeof node.value === "string" ? [node.value] : null;
      case "Identifier":
        return node.name === "undefined" ? [] : this.textsOfName(place, depth);
      case "TemplateLiteral":
        return this.textsOfTemplate(place, depth);
      case "ConditionalExpression":
        return union([read(node.consequent), read(node.alternate)]);
      case "LogicalExpression":
        return node.operator === "&&"
          ? read(node.right)
          : union([read(node.left), read(node.right)]);
      case "ArrayExpression":
        return union((node.elements as Node[]).map(read));
      case "MemberExpression":
        return this.textsOfMember(place, depth);
      case "CallExpression": {
        const called = this.functionOf({ source, node: node.callee as Node });
        return called ? this.textsReturned(called, depth) : null;
      }
      case "ArrowFunctionExpression":
      case "FunctionDeclaration":
        return this.textsReturned(place, depth);
      default:
        return null;
    }
  }

  private textsOfTemplate({ source, node }: Place, depth: number): Texts {
    const quasis = node.quasis as Node[];
    let texts = [""];
    quasis.forEach((quasi, i) => {
      const fixed = (quasi.value as { cooked: string }).cooked;
      texts = texts.map((text) => text + fixed);
      const part = (node.expressions as Node[])[i];
      if (!part) return;
      const known = this.textsOf({ source, node: part }, depth + 1);
      const isOpen = known === null || known.length === 0 || known.length > MOST_TEXTS;
      const options = isOpen ? [placeholder(part)] : known;
      texts = texts.flatMap((text) => options.map((option) => text + option));
    });
    return texts.map(numbered);
  }

  private textsOfName({ source, node }: Place, depth: number): Texts {
    const name = node.name ?? "";
    for (let at = source.parents.get(node); at; at = source.parents.get(at)) {
      const local = isFunction(at) || at.type === "BlockStatement" ? localOf(at, name) : null;
      if (local) return this.textsOf({ source, node: local }, depth + 1);
      if (isFunction(at) && parameterOf(at, name)) {
        return this.textsGiven({ source, node: at }, name, depth);
      }
    }
    const found = this.declarationOf(source, name);
    return found ? this.textsOf(found, depth + 1) : null;
  }

  private textsOfMember({ source, node }: Place, depth: number): Texts {
    const object = node.object as Node;
    const property = node.property as Node;
    if (object.type !== "Identifier") return null;
    const found = this.declarationOf(source, object.name ?? "");
    if (found === null) return null;
    const all = unwrapped(found.node);
    if (all.type === "ArrayExpression") return this.textsOf({ ...found, node: all }, depth + 1);
    if (all.type !== "ObjectExpression") return null;
    const parts = (all.properties as Node[]).filter((part) => part.type === "Property");
    const named = node.computed ? parts : parts.filter((p) => keyOf(p) === property.name);
    if (named.length === 0) return null;
    return union(
      named.map((part) => this.textsOf({ ...found, node: part.value as Node }, depth + 1)),
    );
  }

  private textsReturned({ source, node }: Place, depth: number): Texts {
    const body = node.body as Node;
    if (body.type !== "BlockStatement") return this.textsOf({ source, node: body }, depth + 1);
    const returned: Node[] = [];
    const go = (one: Node) => {
      if (one.type === "ReturnStatement" && isNode(one.argument)) returned.push(one.argument);
      if (isFunction(one)) return;
      for (const part of Object.values(one)) {
        for (const child of Array.isArray(part) ? part : [part]) if (isNode(child)) go(child);
      }
    };
    go(body);
    return union(returned.map((one) => this.textsOf({ source, node: one }, depth + 1)));
  }

  /** What the callers of a function give for a parameter, or for a part of one. */
  private textsGiven({ node }: Place, name: string, depth: number): Texts {
    const parameter = parameterOf(node, name);
    if (!parameter) return null;
    const calls = this.calls.get(node) ?? [];
    if (calls.length === 0) return null;
    return union(
      calls.map(({ call, source }) => {
        const given = (call.arguments as Node[])[parameter.index];
        if (!given)
          return parameter.instead
            ? this.textsOf({ source, node: parameter.instead }, depth + 1)
            : [];
        if (parameter.part === null) return this.textsOf({ source, node: given }, depth + 1);
        if (given.type !== "ObjectExpression") return null;
        const part = (given.properties as Node[]).find((p) => keyOf(p) === parameter.part);
        return part ? this.textsOf({ source, node: part.value as Node }, depth + 1) : null;
      }),
    );
  }

  functionOf({ source, node }: Place): Place | null {
    if (node.type === "Identifier") {
      const found = this.declarationOf(source, node.name ?? "");
      return found && isFunction(found.node) ? found : null;
    }
    if (node.type !== "MemberExpression" || node.computed) return null;
    const all = source.imported.get((node.object as Node).name ?? "");
    if (all?.own !== "*") return null;
    const other = this.sources.get(all.file);
    const found = other?.declared.get((node.property as Node).name ?? "");
    return other && found && isFunction(found) ? { source: other, node: found } : null;
  }

  private declarationOf(source: SourceFile, name: string): Place | null {
    const own = source.declared.get(name);
    if (own) return { source, node: own };
    const from = source.imported.get(name);
    const other = from && this.sources.get(from.file);
    const found = other?.declared.get(from?.own ?? "");
    return other && found ? { source: other, node: found } : null;
  }
}
