// Puts the live chart in the place of its picture. Without scripts, or without plotly, the picture stays.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  if (!window.Plotly) return;
  for (const figure of document.querySelectorAll("figure.chart")) {
    const data = figure.querySelector("script[type='application/json']");
    const picture = figure.querySelector("img");
    const live = document.createElement("div");
    live.className = "live";
    live.setAttribute("role", "img");
    live.setAttribute("aria-label", picture ? picture.alt : "");
    const chart = JSON.parse(data.textContent);
    figure.prepend(live);
    // Shown before it is drawn: a chart measures the room that it has.
    figure.classList.add("is-live");
    Plotly.newPlot(live, chart.data ?? [], { height: 420, ...chart.layout, autosize: true, width: undefined },
      { responsive: true, displaylogo: false, ...chart.config })
      .catch(() => {
        figure.classList.remove("is-live");
        live.remove();
      });
  }
});
