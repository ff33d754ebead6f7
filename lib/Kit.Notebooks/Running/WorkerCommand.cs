namespace Kit.Notebooks.Running;

/// <summary>How a worker process is started: a program and the arguments that go before the worker's own.</summary>
public sealed record WorkerCommand(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>The engine that lies beside the running program, on the runtime that runs it.</summary>
    public static WorkerCommand Default
    {
        get
        {
            var engine = Path.Combine(AppContext.BaseDirectory, "Kit.Notebooks.dll");
            return File.Exists(Path.ChangeExtension(engine, ".runtimeconfig.json"))
                ? new WorkerCommand(DotnetHost, [engine])
                : throw new FileNotFoundException("Kit.Notebooks.dll or its .runtimeconfig.json is not beside the program; build again: ./kit build", engine);
        }
    }

    /// <summary>The <c>dotnet</c> that belongs to the running runtime, or else the one on the path.</summary>
    public static string DotnetHost
    {
        get
        {
            // <root>/shared/Microsoft.NETCore.App/<version>/System.Private.CoreLib.dll
            var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
            var beside = Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
            return File.Exists(beside) ? beside : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path && File.Exists(path) ? path : "dotnet";
        }
    }
}
