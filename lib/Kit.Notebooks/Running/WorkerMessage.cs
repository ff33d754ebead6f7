using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Kit.Notebooks.Session;

namespace Kit.Notebooks.Running;

/// <summary>What the owner of a notebook and the process that runs its cells say to each other.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Execute), "execute")]
[JsonDerivedType(typeof(Interrupt), "interrupt")]
[JsonDerivedType(typeof(Shutdown), "shutdown")]
[JsonDerivedType(typeof(Hello), "hello")]
[JsonDerivedType(typeof(Text), "text")]
[JsonDerivedType(typeof(Display), "display")]
[JsonDerivedType(typeof(Update), "update")]
[JsonDerivedType(typeof(Clear), "clear")]
[JsonDerivedType(typeof(Result), "result")]
[JsonDerivedType(typeof(Done), "done")]
internal abstract record WorkerMessage
{
    /// <summary>To the worker: run a cell. The number comes back with everything that the cell shows, also later.</summary>
    internal sealed record Execute(int Cell, string Name, string Source) : WorkerMessage;

    /// <summary>To the worker: cancel the token of a cell, whether it runs or waits.</summary>
    internal sealed record Interrupt(int Cell) : WorkerMessage;

    /// <summary>To the worker: end. The end of the channel says the same.</summary>
    internal sealed record Shutdown : WorkerMessage;

    /// <summary>From the worker, first of all: its session is ready.</summary>
    internal sealed record Hello(int Protocol) : WorkerMessage;

    /// <summary>A cell wrote to stdout or stderr.</summary>
    internal sealed record Text(int Cell, string Stream, string Content) : WorkerMessage;

    /// <summary>A cell shows something; an id lets it be updated.</summary>
    internal sealed record Display(int Cell, JsonObject Data, JsonObject Metadata, string? Id) : WorkerMessage;

    /// <summary>A cell replaces what was shown under an id.</summary>
    internal sealed record Update(int Cell, JsonObject Data, JsonObject Metadata, string Id) : WorkerMessage;

    /// <summary>A cell clears its outputs, at once or when the next one arrives.</summary>
    internal sealed record Clear(int Cell, bool Wait) : WorkerMessage;

    /// <summary>The value of the last expression.</summary>
    internal sealed record Result(int Cell, JsonObject Data, JsonObject Metadata) : WorkerMessage;

    /// <summary>The cell has ended; text of its tasks may still follow.</summary>
    internal sealed record Done(int Cell, CellError? Error) : WorkerMessage;
}
