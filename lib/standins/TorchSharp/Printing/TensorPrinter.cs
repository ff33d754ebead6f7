using System.Globalization;
using System.Text;

namespace TorchSharp;

/// <summary>Writes tensors in TorchSharp's styles.</summary>
internal sealed class TensorPrinter
{
    /// <summary>Up to this many elements the Julia style leaves no rows out.</summary>
    private const long WholeUpTo = 1000;

    private const string Ellipsis = " ...";

    private readonly Func<long, string> _element;
    private readonly PrintOptions _options;
    private readonly long[] _shape;
    private readonly StringBuilder _text = new();

    private TensorPrinter(torch.Tensor dense, PrintOptions options, bool literal)
    {
        _options = options;
        _shape = dense.shape;
        _element = ElementReader.Of(dense, new ElementText(options, literal));
    }

    public static string Header(torch.Tensor tensor) =>
        $"[{string.Join('x', tensor.shape)}], type = {tensor.dtype}, device = {tensor.device}";

    public static string Print(torch.Tensor tensor, TensorStringStyle style, PrintOptions options)
    {
        if (style == TensorStringStyle.Default)
            style = torch.TensorStringStyle is TensorStringStyle.Default ? TensorStringStyle.Julia : torch.TensorStringStyle;
        var header = style == TensorStringStyle.Numpy ? "" : Header(tensor);
        if (style == TensorStringStyle.Metadata || tensor.is_meta || tensor.is_sparse)
            return Header(tensor);
        using var plain = tensor.detach();
        using var here = plain.cpu();
        using var dense = here.Stored();
        var printer = new TensorPrinter(dense, options, literal: style == TensorStringStyle.CSharp);
        printer._text.Append(header);
        switch (style)
        {
            case TensorStringStyle.Numpy:
                printer.Brackets('[', ']', "", 0, 0);
                break;
            case TensorStringStyle.CSharp:
                printer.CSharp(tensor.dtype);
                break;
            default:
                printer.Julia();
                break;
        }

        return printer._text.ToString();
    }

    // --- Julia: " 1 2\n 3 4\n", one block for every index of the leading dimensions ----------------------------------------------

    private void Julia()
    {
        if (_shape.Length == 0)
        {
            _text.Append(", value = ").Append(_element(0));
            return;
        }

        var count = _shape.TotalSize();
        if (count == 0)
            return;
        _text.Append(_options.NewLine);
        var columns = _shape[^1];
        var rows = _shape.Length == 1 ? 1 : _shape[^2];
        var limit = count > WholeUpTo ? _options.MaxRows : long.MaxValue;
        if (_shape.Length <= 2)
        {
            Block(0, rows, columns, limit);
            return;
        }

        var first = true;
        foreach (var block in Shown(count / (rows * columns), limit))
        {
            if (!first)
                _text.Append(_options.NewLine);
            first = false;
            if (block < 0)
            {
                _text.Append("...").Append(_options.NewLine);
                continue;
            }

            _text.Append('[').Append(LeadingIndex(block)).Append(",..,..] =").Append(_options.NewLine);
            Block(block * rows * columns, rows, columns, limit);
        }
    }

    private string LeadingIndex(long block)
    {
        var index = new string[_shape.Length - 2];
        for (var d = index.Length - 1; d >= 0; d--)
        {
            (block, var i) = Math.DivRem(block, _shape[d]);
            index[d] = i.ToString(CultureInfo.InvariantCulture);
        }

        return string.Join(',', index);
    }

    private void Block(long start, long rows, long columns, long limit)
    {
        var shown = Shown(rows, limit);
        var cells = new List<List<string>>(); // column by column
        var widths = new List<int>();
        var total = 0;
        for (var column = 0L; column < columns && total <= _options.LineWidth; column++)
        {
            cells.Add(shown.ConvertAll(row => row < 0 ? "" : _element(start + row * columns + column)));
            widths.Add(cells[^1].Max(c => c.Length));
            total += 1 + widths[^1];
        }

        // What does not fit gives way to an ellipsis; the first column always stays.
        if (widths.Count < columns || total > _options.LineWidth)
        {
            while (widths.Count > 1 && total + Ellipsis.Length > _options.LineWidth)
            {
                total -= 1 + widths[^1];
                widths.RemoveAt(widths.Count - 1);
            }
        }

        for (var i = 0; i < shown.Count; i++)
        {
            if (shown[i] < 0)
                _text.Append(Ellipsis);
            else
                for (var c = 0; c < widths.Count; c++)
                    _text.Append(' ').Append(cells[c][i].PadLeft(widths[c]));
            if (shown[i] >= 0 && widths.Count < columns)
                _text.Append(Ellipsis);
            _text.Append(_options.NewLine);
        }
    }

    // --- numpy and C#: brackets in brackets ----------------------------------------------------------------------------------

    private void CSharp(torch.ScalarType dtype)
    {
        _text.Append(", value = ");
        if (_shape.Length == 0)
        {
            _text.Append(_element(0));
            return;
        }

        if (_shape.Length > 1)
            _text.Append(_options.NewLine);
        _text.Append(Keyword(dtype)).Append(" [").Append(',', _shape.Length - 1).Append("] ");
        Brackets('{', '}', ",", 0, 0);
    }

    /// <param name="comma">Stands between rows; elements are always separated by commas.</param>
    private void Brackets(char open, char close, string comma, int depth, long start)
    {
        if (_shape.Length == 0)
        {
            _text.Append(_element(0));
            return;
        }

        var last = depth == _shape.Length - 1;
        // numpy leaves an empty line more for every further dimension; C# opens and closes the outermost braces on their own lines.
        var csharp = open == '{';
        var newLine = csharp ? _options.NewLine : string.Concat(Enumerable.Repeat(_options.NewLine, _shape.Length - 1 - depth));
        var between = last ? " " : newLine + new string(' ', depth + 1);
        var outermost = csharp && depth == 0 && !last;
        _text.Append(open);
        if (outermost)
            _text.Append(between);
        var stride = _shape.AsSpan(depth + 1).ToArray().TotalSize();
        var shown = Shown(_shape[depth], last ? _options.MaxColumns : _options.MaxRows);
        for (var i = 0; i < shown.Count; i++)
        {
            if (shown[i] < 0)
                _text.Append("...");
            else if (last)
                _text.Append(_element(start + shown[i]));
            else
                Brackets(open, close, comma, depth + 1, start + shown[i] * stride);
            if (i == shown.Count - 1)
                continue;
            if (shown[i] >= 0)
                _text.Append(last ? "," : comma);
            _text.Append(between);
        }

        if (outermost)
            _text.Append(_options.NewLine);
        _text.Append(close);
    }

    /// <summary>The indices to print: all, or the first and last few around a -1 that stands for the rest.</summary>
    private static List<long> Shown(long count, long limit)
    {
        if (count <= limit)
            return [.. Indices(0, count)];
        var half = Math.Max(limit / 2, 1);
        return [.. Indices(0, half), -1, .. Indices(count - half, count)];
    }

    private static IEnumerable<long> Indices(long from, long to)
    {
        for (var i = from; i < to; i++)
            yield return i;
    }

    private static string Keyword(torch.ScalarType dtype) => dtype switch
    {
        torch.ScalarType.Byte => "byte",
        torch.ScalarType.Int8 => "sbyte",
        torch.ScalarType.Int16 => "short",
        torch.ScalarType.Int32 => "int",
        torch.ScalarType.Int64 => "long",
        torch.ScalarType.Float16 => "float16",
        torch.ScalarType.BFloat16 => "bfloat16",
        torch.ScalarType.Float32 => "float",
        torch.ScalarType.Float64 => "double",
        torch.ScalarType.Bool => "bool",
        _ => "Complex",
    };
}
