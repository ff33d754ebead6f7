// Reads [{tex, display}] as JSON from stdin, writes [{html} or {error}] to stdout. One process renders a whole site.
import katex from "katex";

let input = "";
for await (const chunk of process.stdin.setEncoding("utf8")) input += chunk;

const rendered = JSON.parse(input).map(({ tex, display }) => {
  try {
    return { html: katex.renderToString(tex, { displayMode: display, output: "htmlAndMathml", strict: false, trust: false }) };
  } catch (error) {
    return { error: String(error.message ?? error) };
  }
});
process.stdout.write(JSON.stringify(rendered));
