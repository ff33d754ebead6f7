using System.Globalization;

namespace Engine.Tests.Data;

/// <summary>The layouts are TorchSharp's. Alone, because print options belong to the whole process.</summary>
[Collection(Alone.Name)]
public class PrintingTests
{
    private static readonly float[] s_mixed = [0, 3.141f, 6.2834f, 3.14152f, 6.28e-06f, -13.141529f, 0.01f, 4713.14f];

    [Fact]
    public void The_plain_text_is_shape_dtype_and_device()
    {
        using var scope = NewDisposeScope();
        Assert.Equal("[2x3], type = Float32, device = cpu", zeros(2, 3).ToString());
        Assert.Equal("[], type = Int64, device = cpu", tensor(3L).ToString());
        Assert.Equal("[0], type = Bool, device = meta", zeros(0, dtype: ScalarType.Bool, device: META).ToString());
        Assert.Equal(zeros(2, 3).ToString(), zeros(2, 3).metastr());
        Assert.Equal(zeros(2, 3).ToString(), zeros(2, 3).ToString(false));
        var x = ones(1);
        x.Dispose();
        Assert.Equal("a disposed tensor", x.ToString());
        Assert.Throws<ObjectDisposedException>(() => x.str());
    }

    [Fact]
    public void Julia_style_aligns_columns()
    {
        using var scope = NewDisposeScope();
        Assert.Equal("[4], type = Float32, device = cpu\n 0 0 0 0\n", zeros(4).str());
        Assert.Equal("[2x4], type = Float32, device = cpu\n        0   3.141 6.2834 3.1415\n 6.28e-06 -13.142   0.01 4713.1\n",
            tensor(s_mixed, [2, 4]).str());
        Assert.Equal("[], type = Float32, device = cpu, value = 3.14E+000", tensor(3.14f).jlstr("E2"));
        Assert.Equal("[2], type = Bool, device = cpu\n True False\n", tensor([true, false]).jlstr());
        Assert.Equal("[2x0], type = Float32, device = cpu", zeros(2, 0).str());
        Assert.Equal("[2], type = Float32, device = meta", zeros(2, device: META).str());
        Assert.Equal("[2], type = ComplexFloat32, device = cpu\n 1+4.86i -2i\n", tensor(new[] { (1f, 4.86f), (0f, -2f) }).jlstr());
    }

    [Fact]
    public void Julia_style_prints_a_matrix_for_every_leading_index()
    {
        using var scope = NewDisposeScope();
        Assert.Equal("""
            [1x2x2x2], type = Int32, device = cpu
            [0,0,..,..] =
             0 1
             2 3

            [0,1,..,..] =
             4 5
             6 7

            """, arange(8, dtype: int32).view(1, 2, 2, 2).str());
    }

    [Fact]
    public void Julia_style_cuts_long_lines_and_the_middle_of_large_tensors()
    {
        using var scope = NewDisposeScope();
        Assert.Equal("[30], type = Int64, device = cpu\n 0 1 2 3 ...\n", arange(30).str(width: 12));
        Assert.Equal("[5], type = Int64, device = cpu\n 0 1 2 3 4\n", arange(5).str(width: 10));
        var rows = arange(2000).view(1000, 2).str().Split('\n');
        Assert.Equal(["[1000x2], type = Int64, device = cpu", "    0    1", "    2    3", "    4    5", " ...", " 1994 1995", " 1996 1997", " 1998 1999", ""], rows);
        Assert.Equal(52, arange(100).view(50, 2).str().Split('\n').Length);
        Assert.InRange(zeros(100, 100, 100).str().Length, 100, 10000);
    }

    [Fact]
    public void Numpy_style_is_brackets_in_brackets()
    {
        using var scope = NewDisposeScope();
        Assert.Equal("[2, 4, 6]", tensor([2f, 4, 6]).ToString(numpy));
        Assert.Equal("[[0, 3.141, 6.2834, 3.1415]\n [6.28e-06, -13.142, 0.01, 4713.1]]", tensor(s_mixed, [2, 4]).npstr());
        Assert.Equal("[[[0, 1]\n  [2, 3]]\n\n [[4, 5]\n  [6, 7]]]", arange(8).view(2, 2, 2).npstr());
        Assert.Equal("[1, 3, 5, ... 195, 197, 199]", arange(1, 200, 2).npstr());
        Assert.Equal("[[0]\n [1]\n [2]\n ...\n [7]\n [8]\n [9]]", arange(10).view(10, 1).npstr());
        Assert.Equal("2.5", tensor(2.5).npstr());
        Assert.Equal("[]", zeros(0).npstr());
        Assert.Equal("[NaN, Infinity, -Infinity]", tensor([float.NaN, float.PositiveInfinity, float.NegativeInfinity]).npstr());
    }

    [Fact]
    public void Csharp_style_is_an_array_expression()
    {
        using var scope = NewDisposeScope();
        Assert.Equal("[4], type = Float32, device = cpu, value = float [] {0f, 0f, 0f, 0f}", zeros(4).cstr());
        Assert.Equal("[2x4], type = Float32, device = cpu, value = \nfloat [,] {\n {0f, 0f, 0f, 0f},\n {0f, 0f, 0f, 0f}\n}", zeros(2, 4).ToString(csharp));
        Assert.Equal("[2x2x5], type = Int32, device = cpu, value = \nint [,,] {\n {{1, 1, 1, 1, 1},\n  {1, 1, 1, 1, 1}},\n {{1, 1, 1, 1, 1},\n  {1, 1, 1, 1, 1}}\n}",
            ones(2, 2, 5, dtype: int32).cstr());
        Assert.Equal("[4], type = Float16, device = cpu, value = float16 [] {0f, 0f, 0f, 0f}", zeros(4, dtype: float16).cstr());
        Assert.Equal("[100], type = Int32, device = cpu, value = int [] {1, 1, 1, ... 1, 1, 1}", ones(100, dtype: int32).cstr());
        Assert.Equal("[2], type = Bool, device = cpu, value = bool [] {true, false}", tensor([true, false]).cstr());
    }

    [Fact]
    public void Views_and_tensors_with_gradients_print_as_what_they_show()
    {
        using var scope = NewDisposeScope();
        Assert.Equal("[[0, 3]\n [1, 4]\n [2, 5]]", arange(6).view(2, 3).t().npstr());
        var x = ones(2, requires_grad: true);
        Assert.Equal("[2, 2]", (x * 2).npstr());
        Assert.Equal("[1, -0.5]", tensor([new BFloat16(1), new BFloat16(-0.5f)]).npstr());
    }

    [Fact]
    public void Numbers_look_the_same_in_every_culture_unless_one_is_asked_for()
    {
        using var scope = NewDisposeScope();
        var before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        try
        {
            CultureInfo.CurrentCulture = comma;
            Assert.Equal("[0.5]", tensor([0.5f]).npstr());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Equal("[0,5]", tensor([0.5f]).npstr(cultureInfo: comma));
    }

    [Fact]
    public void Options_hold_until_they_are_set_again()
    {
        using var scope = NewDisposeScope();
        var x = tensor([0.5f, 1.5f, 100f]);
        try
        {
            set_printoptions(2);
            Assert.Equal("[3], type = Float32, device = cpu\n 0.50 1.50 100.00\n", x.str());
            set_printoptions(1, sci_mode: true);
            Assert.Equal("[5.0E-001, 1.5E+000, 1.0E+002]", x.ToString(numpy));
            set_printoptions(numpy, "0.0", maxColumns: 2, newLine: "|", maxRows: 2);
            Assert.Equal("[0.5, ... 100.0]", x.str());
            Assert.Equal("[[0]| ...| [2]]", arange(3).view(3, 1).str());
        }
        finally
        {
            set_printoptions(julia, "g5", 100, Environment.NewLine, 6, 6);
        }

        Assert.Equal("[3], type = Float32, device = cpu\n 0.5 1.5 100\n", x.str());
    }

    [Fact]
    public void Print_writes_to_the_console_and_gives_the_tensor_back()
    {
        using var scope = NewDisposeScope();
        var x = ones(2);
        var before = Console.Out;
        using var text = new StringWriter();
        try
        {
            Console.SetOut(text);
            Assert.Same(x, x.print(style: numpy));
        }
        finally
        {
            Console.SetOut(before);
        }

        Assert.Equal("[1, 1]" + Environment.NewLine, text.ToString());
    }
}
