using System.Globalization;
using System.Text.Json;

namespace Engine.Tests.Operators;

/// <summary>A tensor as the generators write it: values in row-major order, exact in double (integers beyond 2^53 do not occur).</summary>
public sealed record ReferenceTensor(ScalarType Dtype, long[] Shape, double[] Values)
{
    public static ReferenceTensor Read(JsonElement json) =>
        new(DtypeOf(json.GetProperty("dtype").GetString()!),
            [.. json.GetProperty("shape").EnumerateArray().Select(n => n.GetInt64())],
            [.. json.GetProperty("values").EnumerateArray().Select(Number)]);

    public Tensor ToTensor()
    {
        using var wide = tensor(Values, Shape, dtype: ScalarType.Float64);
        return wide.to_type(Dtype, copy: true);
    }

    private static double Number(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        JsonValueKind.String => json.GetString() switch
        {
            "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            "nan" => double.NaN,
            var text => double.Parse(text!, CultureInfo.InvariantCulture),
        },
        _ => json.GetDouble(),
    };

    private static ScalarType DtypeOf(string name) => name switch
    {
        "uint8" => ScalarType.Byte,
        "int8" => ScalarType.Int8,
        "int16" => ScalarType.Int16,
        "int32" => ScalarType.Int32,
        "int64" => ScalarType.Int64,
        "float16" => ScalarType.Float16,
        "float32" => ScalarType.Float32,
        "float64" => ScalarType.Float64,
        "bfloat16" => ScalarType.BFloat16,
        "bool" => ScalarType.Bool,
        _ => throw new NotSupportedException($"dtype {name} does not occur in the reference files."),
    };
}
