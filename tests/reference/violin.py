"""Golden values of tests/Kit.Tests/Charts/DistributionFiguresTests.cs: a Gaussian kernel density with Silverman's width
(1986, eq. 3.31: 0.9 min(s, IQR / 1.34) n^(-1/5), quartiles as order statistics n/4 and 3n/4), at 41 places from the lowest
to the highest value, scaled to a greatest width of 0.42. Writes violin.json beside this file; NumPy and SciPy."""
import json
import pathlib

import numpy as np
from scipy.stats import gaussian_kde

values = np.array([-1.25, -0.5, -0.25, 0.0, 0.125, 0.5, 0.75, 1.5, 2.0, 4.0])
n, s = len(values), values.std(ddof=1)
width = 0.9 * min(s, (values[3 * n // 4] - values[n // 4]) / 1.34) * n ** -0.2
places = np.linspace(values.min(), values.max(), 41)
density = gaussian_kde(values, bw_method=width / s)(places)
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps({
    "values": values.tolist(),
    "places": places.round(6).tolist(),
    "widths": (0.42 * density / density.max()).round(6).tolist(),
}) + "\n")
