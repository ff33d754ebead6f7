namespace Kit.Foundation;

/// <summary>Where a figure comes from; every table and every picture of the course carries one of these.</summary>
public enum Provenance
{
    /// <summary>Copied from a paper, a talk or a project's documentation, digit for digit; nobody here ran it.</summary>
    Quoted,

    /// <summary>Came out of a program that ran on the machine named beside it.</summary>
    Measured,

    /// <summary>Came out of a model of the thing (a cost model, a toy world), not of the thing.</summary>
    Simulated,
}
