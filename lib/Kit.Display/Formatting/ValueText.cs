using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kit.Display.Formatting;

/// <summary>Values as plain text on one line: invariant, the same every time, whatever they throw.</summary>
internal static class ValueText
{
    private const int Deepest = 4;
    private const int MostElements = 50;
    private const int MostCharacters = 4000;

    public static string Of(object? value, int depth = 0)
    {
        try
        {
            return Write(value, depth);
        }
        catch (Exception e)
        {
            return $"<{Failure(e)}>";
        }
    }

    /// <summary>What an exception says, without a stack trace: that would name files of this machine.</summary>
    public static string Failure(Exception e)
    {
        string message;
        try
        {
            message = e.Message;
        }
        catch (Exception)
        {
            message = "its message cannot be read";
        }

        return $"threw {TypeNames.Of(e.GetType())}: {message}";
    }

    /// <summary>Whether the value is one thing rather than a collection or a bundle of members.</summary>
    public static bool IsScalar(object? value) => value is null or string or JsonNode or JsonElement || value is not IEnumerable && !Members.AreShown(value.GetType());

    private static string Write(object? value, int depth)
    {
        switch (value)
        {
            case null: return depth == 0 ? "<null>" : "null";
            case string text: return depth == 0 ? text : Quoted(text);
            case char letter: return depth == 0 ? letter.ToString() : $"'{letter}'";
            case bool flag: return flag ? "True" : "False";
            case double number: return number.ToString("R", CultureInfo.InvariantCulture);
            case float number: return number.ToString("R", CultureInfo.InvariantCulture);
            case DateTime time: return time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture);
            case DateTimeOffset time: return time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);
            case DateOnly day: return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            case TimeOnly time: return time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
            case Type type: return TypeNames.Of(type);
            case Exception exception: return Chain(exception);
            case Task task: return Awaitable(task, depth);
            case Delegate function: return TypeNames.Of(function.GetType());
            case JsonNode node: return node.ToJsonString(new JsonSerializerOptions { WriteIndented = depth == 0 });
            case JsonElement element: return element.ToString();
            case JsonDocument document: return document.RootElement.GetRawText();
            case IFormattable scalar when !Members.AreShown(value.GetType()): return scalar.ToString(null, CultureInfo.InvariantCulture);
        }

        if (depth >= Deepest)
            return "…";
        if (value is Array { Rank: > 1 } array)
            return Rows(array, 0, new int[array.Rank], depth);
        if (value is IDictionary dictionary)
            return Join(dictionary.Cast<object>().Select(entry => entry is DictionaryEntry pair ? $"{Of(pair.Key, depth + 1)}: {Of(pair.Value, depth + 1)}" : Of(entry, depth + 1)), "{ ", " }", "{ }", dictionary.Count);
        if (value is IEnumerable sequence && !OverridesToString(value))
            return Join(sequence.Cast<object?>().Select(item => Of(item, depth + 1)), "[", "]", "[]", (value as ICollection)?.Count);
        if (value is ITuple tuple)
            return Join(Enumerable.Range(0, tuple.Length).Select(i => Of(tuple[i], depth + 1)), "(", ")", "()", tuple.Length);
        if (Members.IsPair(value.GetType()))
            return string.Join(": ", Members.Of(value.GetType()).Select(member => Of(member.Get(value), depth + 1)));
        if (!Members.AreShown(value.GetType()))
            return Plain(value);
        var members = Members.Of(value.GetType()).Select(member => $"{member.Name} = {Guarded(() => member.Get(value), depth + 1)}");
        var name = TypeNames.Of(value.GetType());
        return Join(members, (name.Length > 0 ? name + " " : "") + "{ ", " }", name.Length > 0 ? name : "{ }", Members.Of(value.GetType()).Count);
    }

    /// <summary>The text of something that may throw while it is fetched.</summary>
    public static string Guarded(Func<object?> get, int depth)
    {
        try
        {
            return Of(get(), depth);
        }
        catch (Exception e)
        {
            return $"<{Failure(e)}>";
        }
    }

    /// <summary>The type's own text; a type that has none is named, since a hash or an address would differ from run to run.</summary>
    private static string Plain(object value) => value.ToString() is { } text ? text == value.GetType().ToString() ? TypeNames.Of(value.GetType()) : text : "";

    private static bool OverridesToString(object value)
    {
        var declaring = value.GetType().GetMethod(nameof(ToString), Type.EmptyTypes)?.DeclaringType;
        return declaring is not null && declaring != typeof(object) && declaring != typeof(ValueType) && !declaring.Namespace!.StartsWith("System", StringComparison.Ordinal);
    }

    private static string Awaitable(Task task, int depth)
    {
        var name = TypeNames.Of(task.GetType() is { IsGenericType: true } type && type.GetProperty("Result")?.PropertyType is { } result && result.Name != "VoidTaskResult"
            ? typeof(Task<>).MakeGenericType(result) : typeof(Task));
        if (task.IsFaulted)
            return $"{name}, {Failure(task.Exception!.InnerException ?? task.Exception)}";
        if (task.IsCanceled)
            return $"{name}, cancelled";
        if (!task.IsCompleted)
            return $"{name}, still running: write await before it to see its result";
        return name == "Task" ? "Task, completed" : $"{name}, completed: {Of(task.GetType().GetProperty("Result")!.GetValue(task), depth + 1)}";
    }

    private static string Chain(Exception exception)
    {
        var lines = new List<string>();
        for (var (e, depth) = (exception, 0); e is not null && depth < 8; e = e.InnerException!, depth++)
            lines.Add($"{(depth > 0 ? "caused by " : "")}{TypeNames.Of(e.GetType())}: {e.Message}");
        return string.Join("\n", lines);
    }

    private static string Rows(Array array, int dimension, int[] indices, int depth)
    {
        var items = Enumerable.Range(0, array.GetLength(dimension)).Select(i =>
        {
            indices[dimension] = i + array.GetLowerBound(dimension);
            return dimension == array.Rank - 1 ? Of(array.GetValue(indices), depth + 1) : Rows(array, dimension + 1, indices, depth);
        });
        return Join(items, "[", "]", "[]", array.GetLength(dimension), dimension == array.Rank - 2 || dimension < array.Rank - 1 ? ",\n" + new string(' ', dimension + 1) : ", ");
    }

    private static string Join(IEnumerable<string> parts, string open, string close, string empty, int? count, string separator = ", ")
    {
        var result = new StringBuilder(open);
        var shown = 0;
        foreach (var part in parts)
        {
            if (shown == MostElements || result.Length > MostCharacters)
                return result.Append(separator).Append(count is { } all ? $"… {all - shown} more" : "… more").Append(close).ToString();
            if (shown++ > 0)
                result.Append(separator);
            result.Append(part);
        }

        return shown == 0 ? empty : result.Append(close).ToString();
    }

    private static string Quoted(string text) => "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\r", "\\r").Replace("\n", "\\n").Replace("\t", "\\t") + "\"";
}
