using System.Globalization;
using System.Text.Json.Nodes;

namespace Kit.Display;

/// <summary>
/// A number that a learning cell stands by, with how far it may move: learning curves differ between processors and BLAS
/// builds, so a check on another machine compares these instead of every digit.
/// </summary>
/// <remarks>Stored outputs carry it as <see cref="MimeType"/>: <c>{ "name", "value", "tolerance", "unit" }</c>, unit only where there is one.</remarks>
public sealed record Statistic
{
    /// <summary>The MIME type of the JSON representation.</summary>
    public const string MimeType = "application/vnd.kit.statistic+json";

    /// <summary>Makes a statistic; <see cref="Declare"/> shows it too.</summary>
    /// <exception cref="ArgumentException">The name is empty, or a number is not finite, or the tolerance is negative.</exception>
    public Statistic(string name, double value, double tolerance, string? unit = null)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new ArgumentException("a statistic needs a name by which a check finds it again.", nameof(name));
        if (!double.IsFinite(value))
            throw new ArgumentException($"the statistic '{name}' is {value.ToString(CultureInfo.InvariantCulture)}; only a finite number can be checked.", nameof(value));
        if (!double.IsFinite(tolerance) || tolerance < 0)
            throw new ArgumentException($"the tolerance of '{name}' is {tolerance.ToString(CultureInfo.InvariantCulture)}; it must be finite and not negative.", nameof(tolerance));
        (Name, Value, Tolerance, Unit) = (name, value, tolerance, unit);
    }

    /// <summary>What is measured; unique within a cell.</summary>
    public string Name { get; }

    /// <summary>The number.</summary>
    public double Value { get; }

    /// <summary>How far the number may lie from the stored one, in its own unit.</summary>
    public double Tolerance { get; }

    /// <summary>The unit, where there is one.</summary>
    public string? Unit { get; }

    /// <summary>Shows the statistic and lets a check compare it.</summary>
    public static DisplayedValue Declare(string name, double value, double tolerance, string? unit = null) => new(new Statistic(name, value, tolerance, unit), []);

    /// <summary>Reads the JSON representation; null where it is none.</summary>
    public static Statistic? Read(JsonNode? json) =>
        json is JsonObject && json["name"] is JsonValue name && name.TryGetValue<string>(out var text) && Number(json["value"]) is { } value && Number(json["tolerance"]) is >= 0 and { } tolerance && !string.IsNullOrWhiteSpace(text)
            ? new Statistic(text, value, tolerance, (json["unit"] as JsonValue)?.TryGetValue<string>(out var unit) == true ? unit : null)
            : null;

    /// <summary>Whether another run's number lies within this one's tolerance.</summary>
    public bool Agrees(double other) => Math.Abs(other - Value) <= Tolerance;

    /// <summary>A sentence and the JSON that a check reads.</summary>
    public MimeBundle ToMimeBundle()
    {
        var json = new JsonObject { ["name"] = Name, ["value"] = Value, ["tolerance"] = Tolerance };
        if (Unit is not null)
            json["unit"] = Unit;
        return new MimeBundle().WithJson(MimeType, json).With("text/plain", ToString());
    }

    /// <inheritdoc />
    public override string ToString()
    {
        var unit = Unit is null ? "" : " " + Unit;
        return string.Create(CultureInfo.InvariantCulture, $"{Name}: {Value:G6}{unit} (tolerance {Tolerance:G6}{unit})");
    }

    private static double? Number(JsonNode? node) => node is JsonValue value && (value.TryGetValue<double>(out var number)
        || value.TryGetValue<System.Text.Json.JsonElement>(out var element) && element.ValueKind == System.Text.Json.JsonValueKind.Number && element.TryGetDouble(out number)) && double.IsFinite(number) ? number : null;
}
