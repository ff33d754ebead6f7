using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kit.Notebooks.Running;

/// <summary>Generated at compile time: the worker's first message need not wait for reflection.</summary>
[JsonSerializable(typeof(WorkerMessage))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 512)]
internal sealed partial class WorkerMessageJson : JsonSerializerContext
{
    /// <summary>Relaxed escaping: the channel is private, and most of what goes through it is text.</summary>
    public static WorkerMessageJson Relaxed { get; } = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        MaxDepth = 512,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
