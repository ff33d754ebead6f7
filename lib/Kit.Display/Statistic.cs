using System.Globalization;
using System.Text.Json.Nodes;

namespace Kit.Display;

/// <summary>
/// What a learning cell vouches for. Learning curves differ between CPUs and BLAS builds; on a machine other than the one
/// whose outputs are stored, <c>./kit run --check</c> compares a cell tagged <c>learning</c> by these statistics alone, each
/// within its own tolerance.
/// </summary>
/// <param name="Name">what it is, for example <c>mean return of the last 100 episodes</c></param>
/// <param name="Value">its value here</param>
/// <param name="Tolerance">the absolute difference that another machine may show; zero or more</param>
/// <param name="Unit">the unit, or empty</param>
public sealed record Statistic(string Name, double Value, double Tolerance, string Unit = "")
{
    /// <summary>The MIME type under which the check finds it.</summary>
    public const string MimeType = "application/vnd.kit.statistic+json";

    /// <summary>Shows the statistic below the running cell, and declares it to the check.</summary>
    /// <exception cref="ArgumentException">the value or the tolerance is no finite number, or the tolerance is negative</exception>
    public static Statistic Declare(string name, double value, double tolerance, string unit = "")
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new ArgumentException("A statistic needs a name.", nameof(name));
        }

        if (!double.IsFinite(value))
        {
            throw new ArgumentException($"The statistic '{name}' is {value}; only a finite number can be compared.", nameof(value));
        }

        if (!double.IsFinite(tolerance) || tolerance < 0)
        {
            throw new ArgumentException($"The tolerance of '{name}' is {tolerance}; it must be a finite number from 0.", nameof(tolerance));
        }

        var statistic = new Statistic(name, value, tolerance, unit);
        Kernel.display(statistic);
        return statistic;
    }

    /// <summary>The declaration and a line of text.</summary>
    public MimeBundle ToMimeBundle() => new MimeBundle()
        .WithJson(MimeType, new JsonObject { ["name"] = Name, ["value"] = Value, ["tolerance"] = Tolerance, ["unit"] = Unit })
        .With("text/plain", ToString());

    /// <summary>Name, value, unit and tolerance in one line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Name}: {Value:G6}{(Unit.Length > 0 ? " " + Unit : "")} (± {Tolerance:G3} on another machine)");
}
