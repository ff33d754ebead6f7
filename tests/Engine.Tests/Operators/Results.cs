namespace Engine.Tests.Operators;

/// <summary>Results of more than one tensor as the list that a case returns.</summary>
internal static class Results
{
    public static Tensor[] Pair((Tensor First, Tensor Second) results) => [results.First, results.Second];

    public static Tensor[] All((Tensor First, Tensor? Second, Tensor? Third) results) => [results.First, results.Second!, results.Third!];

    /// <summary>A Boolean as a Boolean tensor without dimensions.</summary>
    public static Tensor Flag(bool value) => tensor(value);

    /// <summary>Calls with an out= tensor of the input's type and returns that tensor, not the call's result.</summary>
    public static Tensor Into(Func<Tensor, Tensor> call, Tensor input)
    {
        var result = empty(0, dtype: input.dtype);
        call(result);
        return result;
    }
}
