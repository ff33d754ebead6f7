"""The same work as EngineWork.cs in Python's torch: the peer of `./kit bench engine`.

One thread.
"""
import math
import sys

import torch
import torch.nn.functional as F
from torch import nn

from worker import serve

torch.set_num_threads(1)
torch.manual_seed(1)

VOCABULARY, WIDTH, LAYERS, HEADS = 4096, 256, 4, 8
BATCH, TIME, PAST = 16, 128, 128


class Block(nn.Module):
    """Pre-norm attention and a GELU MLP (GPT-2's block)."""

    def __init__(self):
        super().__init__()
        self.norm1 = nn.LayerNorm(WIDTH)
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH)
        self.up = nn.Linear(WIDTH, 4 * WIDTH)
        self.down = nn.Linear(4 * WIDTH, WIDTH)

    def forward(self, x, mask):
        b, t, _ = x.shape
        q, k, v = self.qkv(self.norm1(x)).view(b, t, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        scores = torch.matmul(q, k.transpose(-2, -1)) * (1 / math.sqrt(WIDTH // HEADS))
        weights = scores.masked_fill(mask, float("-inf")).softmax(-1)
        x = x + self.out(torch.matmul(weights, v).transpose(1, 2).reshape(b, t, WIDTH))
        return x + self.down(F.gelu(self.up(self.norm2(x))))


class Transformer(nn.Module):
    def __init__(self):
        super().__init__()
        self.tokens = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(TIME, WIDTH)
        self.blocks = nn.ModuleList([Block() for _ in range(LAYERS)])
        self.norm = nn.LayerNorm(WIDTH)
        self.head = nn.Linear(WIDTH, VOCABULARY, bias=False)

    def forward(self, ids, positions, mask):
        x = self.tokens(ids) + self.positions(positions)
        for block in self.blocks:
            x = block(x, mask)
        return self.head(self.norm(x))


class DecoderLayer(nn.Module):
    """Llama's layer for one new token: RMSNorm, rotary positions, SwiGLU, a cache of keys and values."""

    def __init__(self, hidden):
        super().__init__()
        self.scale1 = nn.Parameter(torch.ones(WIDTH))
        self.scale2 = nn.Parameter(torch.ones(WIDTH))
        self.q = nn.Linear(WIDTH, WIDTH, bias=False)
        self.k = nn.Linear(WIDTH, WIDTH, bias=False)
        self.v = nn.Linear(WIDTH, WIDTH, bias=False)
        self.o = nn.Linear(WIDTH, WIDTH, bias=False)
        self.gate = nn.Linear(WIDTH, hidden, bias=False)
        self.up = nn.Linear(WIDTH, hidden, bias=False)
        self.down = nn.Linear(hidden, WIDTH, bias=False)

    def forward(self, x, cos, sin, keys, values):
        b, t, _ = x.shape
        size = WIDTH // HEADS
        y = rms(x, self.scale1)
        q = rotate(self.q(y).view(b, t, HEADS, size).transpose(1, 2), cos, sin)
        k = rotate(self.k(y).view(b, t, HEADS, size).transpose(1, 2), cos, sin)
        v = self.v(y).view(b, t, HEADS, size).transpose(1, 2)
        keys, values = torch.cat([keys, k], 2), torch.cat([values, v], 2)
        weights = (torch.matmul(q, keys.transpose(-2, -1)) * (1 / math.sqrt(size))).softmax(-1)
        x = x + self.o(torch.matmul(weights, values).transpose(1, 2).reshape(b, t, WIDTH))
        y = rms(x, self.scale2)
        return x + self.down(F.silu(self.gate(y)) * self.up(y))


def rms(x, scale):
    return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + 1e-6) * scale


def rotate(x, cos, sin):
    left, right = x.chunk(2, -1)
    return x * cos + torch.cat([-right, left], -1) * sin


def add():
    a, b = torch.ones(16, 16), torch.ones(16, 16)

    def run():
        for _ in range(1000):
            a + b

    return run, 1000


def matmul():
    a, b = torch.randn(1024, 1024), torch.randn(1024, 1024)
    return lambda: torch.matmul(a, b), 1


def mlp():
    model = nn.Sequential(nn.Linear(32, 64), nn.Tanh(), nn.Linear(64, 8))
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    x, y = torch.randn(64, 32), torch.randn(64, 8)

    def run():
        for _ in range(20):
            optimizer.zero_grad()
            loss = F.mse_loss(model(x), y)
            loss.backward()
            optimizer.step()

    return run, 20


def transformer():
    model = Transformer()
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3, weight_decay=0.01)
    ids = torch.randint(VOCABULARY, (BATCH, TIME))
    positions = torch.arange(TIME)
    mask = torch.ones(TIME, TIME, dtype=torch.bool).triu(1)

    def run():
        optimizer.zero_grad()
        logits = model(ids, positions, mask)
        loss = F.cross_entropy(logits.view(-1, VOCABULARY), ids.view(-1))
        loss.backward()
        optimizer.step()

    return run, 1


def decode():
    size = WIDTH // HEADS
    tokens = nn.Embedding(VOCABULARY, WIDTH)
    layers = nn.ModuleList([DecoderLayer(704) for _ in range(LAYERS)])
    scale = torch.ones(WIDTH)
    head = nn.Linear(WIDTH, VOCABULARY, bias=False)
    past = [(torch.randn(1, HEADS, PAST, size), torch.randn(1, HEADS, PAST, size)) for _ in range(LAYERS)]
    angles = torch.full((1, size), 0.5)
    cos, sin = angles.cos(), angles.sin()
    ids = torch.tensor([[7]])

    def run():
        with torch.inference_mode():
            x = tokens(ids)
            for layer, (keys, values) in zip(layers, past):
                x = layer(x, cos, sin, keys, values)
            head(rms(x, scale)).argmax(-1).item()

    return run, 1


WORK = {"add": add, "matmul": matmul, "mlp": mlp, "transformer": transformer, "decode": decode}


if __name__ == "__main__":
    serve({"name": "Python " + sys.version.split()[0], "torch": torch.__version__, "threads": torch.get_num_threads()}, WORK)
