using Kit.Foundation;

namespace Kit.Charts;

/// <summary>What every picture of the course says about itself, besides its axes.</summary>
public sealed record FigureText
{
    /// <summary>The title: what is compared, short enough for one line.</summary>
    public required string Title { get; init; }

    /// <summary>Quoted, measured or simulated.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>How many figures the picture shows.</summary>
    public required int Count { get; init; }

    /// <summary>What is counted, for example "printed speed-ups".</summary>
    public required string Counted { get; init; }

    /// <summary>The seeds behind each point and what a band means, for example "5 seeds, band: 95 % bootstrap interval".</summary>
    public required string Seeds { get; init; }

    /// <summary>Who printed or measured it; empty where the page says so already.</summary>
    public string Source { get; init; } = "";

    /// <summary>The finding in words, for readers who cannot see the picture: two or three sentences with numbers.</summary>
    public required string Alternative { get; init; }

    /// <summary>The line below the picture.</summary>
    public string Note => string.Join(" · ", new[]
    {
        Provenance switch { Provenance.Quoted => "quoted", Provenance.Measured => "measured", _ => "simulated" },
        $"n = {Count} {Counted}", Seeds, Source,
    }.Where(part => part.Length > 0));

    internal void Check()
    {
        foreach (var (name, text) in new[] { (nameof(Title), Title), (nameof(Counted), Counted), (nameof(Seeds), Seeds), (nameof(Alternative), Alternative) })
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                throw new ArgumentException($"a figure needs its {name}", name);
            }
        }

        if (Count < 1)
        {
            throw new ArgumentException($"a figure of {Count} {Counted} is empty", nameof(Count));
        }
    }
}
