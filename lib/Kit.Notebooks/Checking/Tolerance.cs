using System.Text.Json.Nodes;
using Kit.Notebooks.Format;

namespace Kit.Notebooks.Checking;

/// <summary>How far a number may be from the stored one: |fresh − stored| ≤ Absolute + Relative · |stored|.</summary>
/// <param name="Relative">relative part, <c>rtol</c> in a notebook's metadata</param>
/// <param name="Absolute">absolute part, <c>atol</c> in a notebook's metadata</param>
public sealed record Tolerance(double Relative = 1e-9, double Absolute = 1e-12)
{
    /// <summary>Whether a fresh number is close enough to a stored one.</summary>
    public bool Accepts(double stored, double fresh) =>
        stored.Equals(fresh) || Math.Abs(fresh - stored) <= Absolute + (Relative * Math.Abs(stored));

    /// <summary>This tolerance with what <c>metadata.kit.tolerance</c> = {rtol, atol} overrides.</summary>
    /// <exception cref="NotebookFormatException">a value that is no tolerance</exception>
    public Tolerance With(JsonObject metadata)
    {
        if (metadata["kit"] is not JsonObject kit || !kit.ContainsKey("tolerance"))
        {
            return this;
        }

        if (kit["tolerance"] is not JsonObject declared || declared.Any(entry => entry.Key is not ("rtol" or "atol")))
        {
            throw new NotebookFormatException("metadata.kit.tolerance is not {\"rtol\": …, \"atol\": …}; mend or remove it.");
        }

        // From a relative tolerance of 1 on, zero would pass for any number.
        return new Tolerance(Value("rtol", Relative, below: 1), Value("atol", Absolute, below: double.PositiveInfinity));

        double Value(string key, double otherwise, double below)
        {
            if (!declared.ContainsKey(key))
            {
                return otherwise;
            }

            return JsonText.Number(declared[key]) is { } value && value >= 0 && value < below
                ? value
                : throw new NotebookFormatException($"metadata.kit.tolerance.{key} is not a number from 0 to below {below}; mend or remove it.");
        }
    }
}
