namespace Kit.Cli;

/// <summary>The machine lacks something; the message says what installs it. Exit code 3.</summary>
public sealed class MachineLacksException(string message) : Exception(message);
