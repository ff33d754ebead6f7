"""Makes the golden files beside it with the reference implementation (Debian: python3-nbformat; made with 5.5.0).

Run with that distribution's interpreter from this folder: /usr/bin/python3 make.py
each *.input.json is read by nbformat and written again as *.golden.ipynb, after nbformat has called it valid.
"""
import json
import pathlib
import nbformat

here = pathlib.Path(__file__).parent


def cell(kind, name, source, **more):
    result = {"cell_type": kind, "id": name, "metadata": {}, "source": source}
    if kind == "code":
        result |= {"outputs": [], "execution_count": None}
    return result | more


def notebook(cells, metadata=None):
    return {"nbformat_minor": 5, "nbformat": 4, "metadata": metadata or {}, "cells": cells}


hard_text = "a\nb\r\nc\rd\x0be\x0cf\x1cg\x1dh\x1ei\x85j\u2028k\u2029l\ttab \x00\x01\x1f\x7f \"quoted\" back\\slash é 漢 😀 \ufffd /"

cases = {
    "empty": notebook([]),
    "texts": notebook([
        cell("markdown", "m-1", hard_text),
        cell("markdown", "m-2", ""),
        cell("markdown", "m-3", ["one\n", "two\n"]),
        cell("raw", "r_1", "raw\n\n\n", metadata={"format": "text/x"}),
        cell("markdown", "att", "![x](attachment:x.png)",
             attachments={"x.png": {"image/png": "iVBORw0KGgo=\n", "text/plain": "two\nlines"}}),
    ], {"title": "Üb 😀", "kernelspec": {"name": ".net-csharp", "language": "C#", "display_name": ".NET (C#)"},
        "language_info": {"name": "C#"}}),
    "numbers": notebook([], {"n": [0, -1, 1.0, 0.1, 1e-05, 0.0001, 1e16, 123456789012345.6, 1e22, 1.7976931348623157e308,
                                   5e-324, -0.0, 3.5, 2 ** 70, -10 ** 40, 100000.0, 1234567890123456.0, 0.30000000000000004,
                                   True, False, None, [], {}, [[]], [{}], {"a": []}]}),
    "keys": notebook([], {"😀": 1, "～": 2, "z": 3, "Z": 4, "é": 5, "": 6, "a\nb": 7, "\ue000": 8, "a": {"c": 1, "b": [{"y": 1, "x": 2}]}}),
    "outputs": notebook([
        cell("code", "c1", "1 + 1", execution_count=1, outputs=[
            {"output_type": "stream", "name": "stdout", "text": "line 1\nline 2"},
            {"output_type": "stream", "name": "stderr", "text": ["w\n", "x"]},
            {"output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": {"text/plain": "2"}},
            {"output_type": "display_data", "metadata": {"image/png": {"width": 10}}, "data": {
                "image/png": ["iVBO", "Rw0="], "image/svg+xml": "<svg>\n</svg>", "application/javascript": "a;\nb;",
                "text/html": ["<b>\n", "x</b>"], "application/vnd.plotly.v1+json": {"data": [{"y": [1, 2.5, None], "x": ["a\nb"]}], "layout": {}},
                "application/json": ["kept", "as it is"], "application/pdf": "JVBE\nRi0=", "text/plain": ""}},
            {"output_type": "error", "ename": "E", "evalue": "why\nwhy", "traceback": ["\x1b[31mred\x1b[0m", "a\nb"]},
        ], metadata={"tags": ["learning"], "collapsed": False, "scrolled": "auto", "trusted": True, "kit": {"tolerance": {"rtol": 1e-06}}}),
    ], {"orig_nbformat": 4, "signature": "x", "kit": {"fingerprint": {"threads": 1}}}),
}

for name, content in cases.items():
    (here / f"{name}.input.json").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8", newline="\n")
    book = nbformat.read(here / f"{name}.input.json", as_version=4)
    nbformat.validate(book)
    nbformat.write(book, here / f"{name}.golden.ipynb")
