using System.Text.Json.Nodes;

namespace Kit.Foundation.Runs;

/// <summary>One option of a run, as <c>options.json</c> has it.</summary>
/// <param name="Name">the property; within a nested record <c>Outer.Inner</c></param>
/// <param name="Value">what the run has</param>
/// <param name="Default">what it would have had</param>
/// <param name="Description">what it means</param>
/// <param name="Source">where the default comes from</param>
/// <param name="Origin">where the value comes from: <c>default</c>, <c>set</c>, or what the caller says, for example <c>command line</c></param>
public sealed record OptionRow(string Name, JsonNode? Value, JsonNode? Default, string Description, string Source, string Origin);
