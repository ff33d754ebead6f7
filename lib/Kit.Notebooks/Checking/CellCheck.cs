namespace Kit.Notebooks.Checking;

/// <summary>The verdict on one code cell.</summary>
/// <param name="Number">its place among all cells of the stored notebook, from 1; 0 where the stored notebook lacks it</param>
/// <param name="Id">its id</param>
/// <param name="Title">the first line of its source</param>
/// <param name="Verdict">the verdict</param>
/// <param name="Comparison">how closely it was compared</param>
/// <param name="Message">what is wrong, with the stored and the fresh value; empty where nothing is</param>
public sealed record CellCheck(int Number, string Id, string Title, Verdict Verdict, Comparison Comparison, string Message);
