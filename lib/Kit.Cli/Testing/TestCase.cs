namespace Kit.Cli.Testing;

/// <summary>One test and how it ended.</summary>
/// <param name="Suite">The test project, or <c>notebooks</c>.</param>
/// <param name="Name">The test's full name.</param>
/// <param name="Outcome">Passed, failed or skipped.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Message">Why it failed or was skipped.</param>
public sealed record TestCase(string Suite, string Name, TestOutcome Outcome, double Seconds, string? Message = null);
