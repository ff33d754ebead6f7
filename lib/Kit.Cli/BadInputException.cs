namespace Kit.Cli;

/// <summary>Bad input or usage; the message names the input and the mend. Exit code 2.</summary>
public sealed class BadInputException(string message) : Exception(message);
