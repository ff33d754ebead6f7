using System.Text.Json;

namespace Engine.Tests.Operators;

/// <summary>A case for one dtype: what goes in, and what comes out or that it raises.</summary>
public sealed record ReferenceRun(string Dtype, IReadOnlyList<ReferenceTensor> Inputs, IReadOnlyList<ReferenceTensor>? Outputs)
{
    public static ReferenceRun Read(JsonElement json) =>
        new(json.GetProperty("dtype").GetString()!,
            [.. json.GetProperty("inputs").EnumerateArray().Select(ReferenceTensor.Read)],
            json.TryGetProperty("outputs", out var outputs) ? [.. outputs.EnumerateArray().Select(ReferenceTensor.Read)] : null);
}
