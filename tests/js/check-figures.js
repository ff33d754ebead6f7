"use strict";
// Runs in a page that has plotly.js and `figures` ({name: {data, layout, config?}}): draws each one, counts what was drawn,
// asks Plotly.validate, and leaves a report in the page as its only content.

(async () => {
  const report = {};
  for (const [name, figure] of Object.entries(figures)) report[name] = await check(figure);
  const text = document.createElement("pre");
  text.id = "report";
  text.textContent = JSON.stringify(report);
  document.body.replaceChildren(text);
})();

async function check(figure) {
  const place = document.createElement("div");
  document.body.replaceChildren(place);
  const verdict = { error: null, traces: 0, drawn: 0, errorBars: 0, annotations: 0, shapes: 0, subplots: 0, titles: [], messages: [] };
  try {
    const messages = Plotly.validate(structuredClone(figure.data), structuredClone(figure.layout)) ?? [];
    verdict.messages = messages.map(m => `${m.code} ${m.container}${m.trace === null ? "" : `[${m.trace}]`} ${pathOf(m)}: ${m.msg}`);
    await Plotly.newPlot(place, figure.data, figure.layout, { ...figure.config, staticPlot: true });
    verdict.traces = place._fullData.filter(trace => trace.visible === true).length;
    verdict.drawn = [...place.querySelectorAll(".cartesianlayer g.trace, .cartesianlayer g.hm")].filter(hasMark).length;
    verdict.errorBars = place.querySelectorAll(".cartesianlayer g.errorbar path").length;
    verdict.annotations = place.querySelectorAll(".infolayer g.annotation").length;
    verdict.shapes = place.querySelectorAll(".shapelayer path").length;
    verdict.subplots = place.querySelectorAll(".cartesianlayer > g.subplot").length;
    verdict.titles = [...place.querySelectorAll(".gtitle, .xtitle, .ytitle, .x2title, .y2title")].map(title => title.textContent);
  } catch (error) {
    verdict.error = String(error);
  }
  Plotly.purge(place);
  return verdict;
}

function pathOf(message) {
  return Array.isArray(message.path) ? message.path.join(".") : message.path;
}

// A path that is more than a point in the corner, a picture of cells, or a text.
function hasMark(group) {
  return [...group.querySelectorAll("path")].some(path => (path.getAttribute("d") ?? "").length > 6) ||
    group.querySelector("image, text, rect") !== null;
}
