"""Reference values of operators that join tensors."""
import torch

from cases import ALL, case, draw, fixed, write

case("cat", lambda a, b: torch.cat((a, b)), draw(2, 3), draw(1, 3), dtypes=ALL)
case("cat dim", lambda a, b: torch.cat((a, b, a), 1), draw(2, 3), draw(2, 1))
case("cat array", lambda a, b: torch.cat((a, b), -1), draw(2, 3), draw(2, 1))
case("cat of two types", lambda a, b: torch.cat((a, b)), draw(2, 3), fixed([[1, 2, 3]], "int64"))
case("concat", lambda a, b: torch.concat((a, b), 1), draw(2, 3), draw(2, 1))
case("concatenate", lambda a, b: torch.cat((a, b), 1), draw(2, 3), draw(2, 1))
case("stack", lambda a, b: torch.stack((a, b)), draw(2, 3), draw(2, 3), dtypes=ALL)
case("stack dim", lambda a, b: torch.stack((a, b), -1), draw(2, 3), draw(2, 3))
case("hstack", lambda a, b: torch.hstack((a, b)), draw(2, 3), draw(2, 1), dtypes=ALL)
case("hstack vectors", lambda a, b: torch.hstack((a, b)), draw(2), draw(3))
case("vstack", lambda a, b: torch.vstack((a, b)), draw(3), draw(2, 3), dtypes=ALL)
case("dstack", lambda a, b: torch.dstack((a, b)), draw(2, 3), draw(2, 3), dtypes=ALL)
case("column_stack", lambda a, b: torch.column_stack((a, b)), draw(2), draw(2, 3), dtypes=ALL)
case("row_stack", lambda a, b: torch.row_stack((a, b)), draw(3), draw(2, 3), dtypes=ALL)
write()
