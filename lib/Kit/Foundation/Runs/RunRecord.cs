using System.Text.Json.Nodes;

namespace Kit.Foundation.Runs;

/// <summary>What a run left in its folder, also while it is still running; nothing is changed.</summary>
public sealed record RunRecord
{
    /// <summary>The full name of the option record.</summary>
    public required string Record { get; init; }

    /// <summary>The seed.</summary>
    public required long Seed { get; init; }

    /// <summary>The options of the algorithm, and where they came from.</summary>
    public required IReadOnlyList<OptionRow> Options { get; init; }

    /// <summary>Threads and checkpoints.</summary>
    public required IReadOnlyList<OptionRow> Settings { get; init; }

    /// <summary>Where it was computed: one entry, and one more for each time that it went on elsewhere or with other sources.</summary>
    public required IReadOnlyList<MachineEntry> Machines { get; init; }

    /// <summary>The metrics.</summary>
    public required MetricTable Metrics { get; init; }

    /// <summary>The column <c>seconds</c>: work until each row of the metrics was written.</summary>
    public required MetricTable Times { get; init; }

    /// <summary>Whether the run got to its end.</summary>
    public required bool Completed { get; init; }

    /// <summary>Reads a folder.</summary>
    /// <exception cref="RunException">there is no run in it</exception>
    /// <exception cref="DataFormatException">a file is damaged: the message names file and line</exception>
    public static RunRecord Read(string folder)
    {
        folder = Path.GetFullPath(folder);
        var path = Path.Combine(folder, RunFiles.Options);
        if (!File.Exists(path))
            throw new RunException($"{folder} holds no run: there is no {RunFiles.Options} in it");
        var options = RunFiles.Read<JsonObject>(path);
        if (RunFiles.Field<long>(path, options, "schema") is not RunFiles.Schema and var schema)
            throw new DataFormatException(path, null, "schema", $"{schema} is not {RunFiles.Schema}: another version of the kit wrote this run; read it with that one");
        var machine = Path.Combine(folder, RunFiles.Machine);
        return new RunRecord
        {
            Record = RunFiles.Field<string>(path, options, "record"),
            Seed = RunFiles.Field<long>(path, options, "seed"),
            Options = RunFiles.Field<List<OptionRow>>(path, options, "options"),
            Settings = RunFiles.Field<List<OptionRow>>(path, options, "settings"),
            Machines = File.Exists(machine) ? RunFiles.Read<List<MachineEntry>>(machine) : [],
            Metrics = MetricTable.Read(Path.Combine(folder, RunFiles.Metrics)),
            Times = MetricTable.Read(Path.Combine(folder, RunFiles.Times)),
            Completed = File.Exists(Path.Combine(folder, RunFiles.Finished)),
        };
    }

    /// <summary>The options as the record that the run had.</summary>
    /// <exception cref="ArgumentException">the record has other options by now</exception>
    public T OptionsAs<T>()
        where T : class, new() =>
        Runs.Options.FromJson<T>(new JsonObject(Options.Select(row => KeyValuePair.Create(row.Name, row.Value?.DeepClone()))));
}
