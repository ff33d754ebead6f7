"""Two cases that show how the generators of this folder are written."""
import torch

from cases import ALL, case, draw, write

case("add", lambda a, b: a + b, draw(2, 3), draw(2, 3), dtypes=ALL)
case("add alpha", lambda a, b: torch.add(a, b, alpha=2), draw(2, 3), draw(3))
write()
