using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kit.Display;
using Kit.Notebooks.Format;

namespace Kit.Notebooks.Checking;

/// <summary>Compares a fresh execution of a notebook with the outputs that are stored in it.</summary>
/// <remarks>
/// Texts agree when their numbers do within a tolerance and the rest is equal; figures by their data (JSON), by presence
/// and by showing anything; an error fails unless the cell is tagged <c>raises-exception</c>. Nothing passes for want of
/// something to compare: stored outputs must be there.
/// </remarks>
public static partial class NotebookComparer
{
    /// <summary>One code cell in this many, rounded up, may be tagged <c>no-compare</c>.</summary>
    public const int NoCompareShare = 10;

    /// <summary>Compares cell by cell, matched by id.</summary>
    public static CheckReport Compare(Notebook stored, Notebook fresh, CompareOptions? options = null)
    {
        options ??= new CompareOptions();

        // As it would be read from its file, so that both sides went through the same door (NaN, halves of pairs, lines).
        fresh = Notebook.Parse(fresh.ToText(), options.Name);
        var problems = new List<string>();
        var (machineThen, machineNow) = (Fingerprint.Of(stored), Fingerprint.Of(fresh));

        // Without both fingerprints nothing is known to differ, and everything must agree.
        var otherMachine = machineThen is null || machineNow is null ? "" : machineThen.Difference(machineNow);
        var tolerance = options.Tolerance;
        try
        {
            tolerance = tolerance.With(stored.Metadata);
        }
        catch (NotebookFormatException refusal)
        {
            problems.Add(refusal.Message);
        }

        var before = stored.Cells;
        var after = fresh.Cells.Where(cell => !cell.HasTag("injected-parameters")).ToList();
        var freshById = after.ToDictionary(cell => cell.Id);
        var storedIds = before.Select(cell => cell.Id).ToHashSet();
        var checks = new List<CellCheck>();
        for (var index = 0; index < before.Count; index++)
        {
            var cell = before[index];
            if (!freshById.TryGetValue(cell.Id, out var again))
            {
                problems.Add($"cell {index + 1} (id {cell.Id}) is missing from the fresh execution");
            }
            else if (again.Kind != cell.Kind || again.Source != cell.Source)
            {
                problems.Add($"cell {index + 1} (id {cell.Id}) has another source in the fresh execution than is stored; run --update stores what belongs together");
            }
            else if (cell.Kind == CellKind.Code)
            {
                checks.Add(Check(cell, again, index + 1, tolerance, otherMachine.Length > 0));
            }
        }

        problems.AddRange(after.Where(cell => !storedIds.Contains(cell.Id)).Select(cell => $"cell {cell.Id} of the fresh execution is not in the stored notebook"));
        if (!before.Select(cell => cell.Id).Where(freshById.ContainsKey).SequenceEqual(after.Select(cell => cell.Id).Where(storedIds.Contains)))
        {
            problems.Add("the cells stand in another order in the fresh execution");
        }

        var codeCells = before.Where(cell => cell.Kind == CellKind.Code && !string.IsNullOrWhiteSpace(cell.Source)).ToList();
        if (codeCells.Count == 0)
        {
            problems.Add("the notebook has no code cells: there is nothing to check");
        }
        else if (codeCells.All(cell => cell.Outputs.Count == 0))
        {
            problems.Add("no outputs are stored: there is nothing to compare with; run --update stores them");
        }

        var noCompare = codeCells.Count(cell => cell.HasTag("no-compare"));
        var limit = (codeCells.Count + NoCompareShare - 1) / NoCompareShare;
        if (noCompare > limit)
        {
            problems.Add($"{noCompare} of {codeCells.Count} code cells are tagged no-compare; at most {limit} may be (one in {NoCompareShare})");
        }

        return new CheckReport { Name = options.Name, Cells = checks, Problems = problems, NoCompareCells = noCompare, OtherMachine = otherMachine };
    }

    private static CellCheck Check(NotebookCell stored, NotebookCell fresh, int number, Tolerance tolerance, bool otherMachine)
    {
        var comparison = stored.HasTag("no-compare") ? Comparison.Kinds
            : stored.HasTag("learning") && otherMachine ? Comparison.Statistics
            : Comparison.Full;
        var title = TextComparer.Shorten(stored.Source.TrimStart().Split('\n')[0].TrimEnd());
        if (stored.HasTag("skip-execution"))
        {
            return new CellCheck(number, stored.Id, title, Verdict.Skipped, comparison, "");
        }

        string? fault;
        try
        {
            fault = Fault(stored, fresh, comparison, tolerance.With(stored.Metadata));
        }
        catch (NotebookFormatException refusal)
        {
            fault = refusal.Message;
        }

        return new CellCheck(number, stored.Id, title, fault is null ? Verdict.Passed : Verdict.Failed, comparison, fault ?? "");
    }

    private static string? Fault(NotebookCell stored, NotebookCell fresh, Comparison comparison, Tolerance tolerance)
    {
        var (before, after) = (Merged(stored.Outputs), Merged(fresh.Outputs));
        var error = after.Find(output => Outputs.Kind(output) == "error");
        var mayRaise = stored.HasTag("raises-exception");
        if (error is not null && !mayRaise)
        {
            return $"the cell fails: {JsonText.String(error["ename"])}: {TextComparer.Shorten(JsonText.String(error["evalue"]) ?? "")}";
        }

        if (error is null && mayRaise)
        {
            return "the cell is tagged raises-exception and raised none";
        }

        if (stored.ExecutionCount is not null && fresh.ExecutionCount is null)
        {
            return "the cell was not executed";
        }

        if (before.Count == 0 && after.Count > 0)
        {
            return $"no outputs are stored, fresh: {Kinds(after)}; run --update stores them";
        }

        if (KindFault(before, after) is { } kindFault)
        {
            return kindFault;
        }

        for (var index = 0; index < after.Count; index++)
        {
            if (PictureFault(after[index]) is { } pictureFault)
            {
                return $"output {index + 1}: {pictureFault}";
            }
        }

        if (stored.HasTag("learning"))
        {
            if (StatisticsFault(before, after) is { } statisticsFault)
            {
                return statisticsFault;
            }
        }

        if (comparison == Comparison.Full)
        {
            for (var index = 0; index < before.Count; index++)
            {
                if (Difference(before[index], after[index], tolerance) is { } difference)
                {
                    return before.Count == 1 ? difference : $"output {index + 1}: {difference}";
                }
            }
        }

        return null;
    }

    private static string? KindFault(List<JsonObject> before, List<JsonObject> after)
    {
        for (var index = 0; index < Math.Max(before.Count, after.Count); index++)
        {
            var (was, @is) = (index < before.Count ? Kind(before[index]) : null, index < after.Count ? Kind(after[index]) : null);
            if (was != @is)
            {
                var figures = (Then: before.Count(IsFigure), Now: after.Count(IsFigure));
                var missing = figures.Now < figures.Then ? $"a figure is missing ({figures.Then} stored, {figures.Now} fresh): " : "";
                return $"{missing}output {index + 1}: {(was is null ? "is new" : @is is null ? "is missing" : "is of another kind")}\n- {was ?? "(none)"}\n+ {@is ?? "(none)"}";
            }
        }

        return null;
    }

    private static string Kinds(IEnumerable<JsonObject> outputs) => string.Join("; ", outputs.Select(Kind));

    // What an output is, without what it says. A picture is a picture: run --png stores PNG where a fresh one is SVG.
    private static string Kind(JsonObject output) => Outputs.Kind(output) switch
    {
        "stream" => $"stream {JsonText.String(output["name"])}",
        "error" => $"error {JsonText.String(output["ename"])}",
        var kind => $"{kind} with {string.Join(", ", Data(output).Select(entry => IsPicture(entry.Key) ? "a picture" : entry.Key).Distinct().Order(StringComparer.Ordinal))}",
    };

    private static string? PictureFault(JsonObject output) => Data(output)
        .Where(entry => IsPicture(entry.Key))
        .Select(entry => Picture.Fault(entry.Key, MultilineText.Join(entry.Value)))
        .FirstOrDefault(fault => fault is not null);

    private static string? Difference(JsonObject stored, JsonObject fresh, Tolerance tolerance)
    {
        switch (Outputs.Kind(stored))
        {
            case "stream":
                return TextComparer.Difference(MultilineText.Join(stored["text"]), MultilineText.Join(fresh["text"]), tolerance);
            case "error":
                // The traceback names files and lines of this machine.
                return TextComparer.Difference(JsonText.String(stored["evalue"]) ?? "", JsonText.String(fresh["evalue"]) ?? "", tolerance);
            default:
                var hasData = Data(stored).Any(entry => NotebookText.IsJson(entry.Key));
                foreach (var (mimeType, content) in Data(stored))
                {
                    if (Difference(mimeType, content, Data(fresh)[mimeType], tolerance, hasData) is { } difference)
                    {
                        return $"{mimeType}: {difference}";
                    }
                }

                return null;
        }
    }

    private static string? Difference(string mimeType, JsonNode? stored, JsonNode? fresh, Tolerance tolerance, bool hasData)
    {
        if (NotebookText.IsJson(mimeType))
        {
            return JsonComparer.Difference(stored, fresh, tolerance);
        }

        if (mimeType == "text/html")
        {
            return TextComparer.Difference(WithoutPayloads(stored), WithoutPayloads(fresh), tolerance);
        }

        if (mimeType == "image/svg+xml" && fresh is not null && !hasData)
        {
            return TextComparer.Difference(Picture.Contents(MultilineText.Join(stored)), Picture.Contents(MultilineText.Join(fresh)), tolerance);
        }

        return mimeType.StartsWith("text/", StringComparison.Ordinal) || mimeType == "application/javascript"
            ? TextComparer.Difference(MultilineText.Join(stored), MultilineText.Join(fresh), tolerance)
            : null;
    }

    private static string? StatisticsFault(List<JsonObject> before, List<JsonObject> after)
    {
        var (then, now) = (Statistics(before, "stored"), Statistics(after, "fresh"));
        if (then.Count == 0)
        {
            return "the cell is tagged learning and declares no statistic: call Statistic.Declare(name, value, tolerance) in it";
        }

        foreach (var (name, statistic) in then)
        {
            if (!now.TryGetValue(name, out var fresh))
            {
                return $"the statistic \"{name}\" is missing";
            }

            if (!statistic.Agrees(fresh.Value))
            {
                return $"the statistic \"{name}\": stored {Text(statistic.Value)}, fresh {Text(fresh.Value)}, further apart than its tolerance {Text(statistic.Tolerance)}";
            }
        }

        return now.Keys.FirstOrDefault(name => !then.ContainsKey(name)) is { } extra ? $"the statistic \"{extra}\" is not stored" : null;
    }

    private static Dictionary<string, Statistic> Statistics(List<JsonObject> outputs, string which)
    {
        var found = new Dictionary<string, Statistic>();
        foreach (var json in outputs.Select(output => Data(output)[Statistic.MimeType]).OfType<JsonObject>())
        {
            var statistic = Statistic.Read(json)
                ?? throw new NotebookFormatException($"a {which} statistic is not {{\"name\": text, \"value\": number, \"tolerance\": number from 0}}: {TextComparer.Shorten(JsonWriter.Write(json))}");
            if (!found.TryAdd(statistic.Name, statistic))
            {
                throw new NotebookFormatException($"the {which} statistic \"{statistic.Name}\" stands twice in the cell; give one another name");
            }
        }

        return found;
    }

    private static string Text(double number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    // Texts of one stream that follow one another are one text: where they were cut depends on timing.
    private static List<JsonObject> Merged(JsonArray outputs)
    {
        var merged = new JsonArray();
        foreach (var output in outputs.OfType<JsonObject>())
        {
            Outputs.Append(merged, (JsonObject)output.DeepClone());
        }

        return [.. merged.OfType<JsonObject>().Where(output => Outputs.Kind(output) != "stream" || MultilineText.Join(output["text"]).Length > 0)];
    }

    private static JsonObject Data(JsonObject output) => output["data"] as JsonObject ?? [];

    private static bool IsPicture(string mimeType) => mimeType.StartsWith("image/", StringComparison.Ordinal);

    private static bool IsFigure(JsonObject output) => Data(output).Any(entry =>
        IsPicture(entry.Key) || entry.Key.StartsWith("application/vnd.plotly", StringComparison.Ordinal)
        || (entry.Key == "text/html" && HtmlPicture().IsMatch(MultilineText.Join(entry.Value))));

    private static string WithoutPayloads(JsonNode? html) => Payload().Replace(MultilineText.Join(html), "data:;base64,");

    [GeneratedRegex(@"data:[\w.+/-]*(?:;[\w=.-]+)*;base64,[A-Za-z0-9+/=\s]*")]
    private static partial Regex Payload();

    [GeneratedRegex(@"<(?:img|svg)\b", RegexOptions.IgnoreCase)]
    private static partial Regex HtmlPicture();
}
