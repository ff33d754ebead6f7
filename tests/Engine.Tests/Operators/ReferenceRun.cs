using System.Text.Json;

namespace Engine.Tests.Operators;

/// <summary>A case for one dtype: what goes in, and what comes out or that it raises.</summary>
/// <param name="Dtype">The type of inputs that do not fix their own.</param>
/// <param name="Inputs">What goes in.</param>
/// <param name="Outputs">What comes out; null where Python raised.</param>
/// <param name="IsOfThisVersion">Whether the libtorch here is the one that the references come from (1.13).</param>
public sealed record ReferenceRun(string Dtype, IReadOnlyList<ReferenceTensor> Inputs, IReadOnlyList<ReferenceTensor>? Outputs, bool IsOfThisVersion)
{
    public static ReferenceRun Read(JsonElement json, bool isOfThisVersion) =>
        new(json.GetProperty("dtype").GetString()!,
            [.. json.GetProperty("inputs").EnumerateArray().Select(ReferenceTensor.Read)],
            json.TryGetProperty("outputs", out var outputs) ? [.. outputs.EnumerateArray().Select(ReferenceTensor.Read)] : null,
            isOfThisVersion);
}
