namespace Engine.Tests.Operators;

/// <summary>The element types of results: the whole table of pairs, and numbers.</summary>
public sealed class PromotionTests : OperatorFamily
{
    private static readonly string[] Types = ["uint8", "int8", "int16", "int32", "int64", "float16", "bfloat16", "float32", "float64", "bool"];

    private static readonly (string Name, Scalar Value)[] Numbers = [("2", 2), ("1.5", 1.5), ("true", true)];

    private static readonly (string Name, Func<Tensor, Tensor> Call)[] Functions =
    [
        ("sum", a => a.sum()),
        ("square", a => a.square()),
        ("max", a => a.max()),
        ("any", a => a.any()),
        ("reciprocal", a => a.reciprocal()),
        ("sign", a => a.sign()),
        ("isnan", a => a.isnan()),
        ("cumsum", a => a.cumsum(0)),
    ];

    protected override string Family => "promotion";

    protected override IReadOnlyList<OperatorCase> Cases { get; } =
    [
        .. from one in Types
           from two in Types
           from each in new OperatorCase[]
           {
               new($"{one} + {two}", t => t[0] + t[1]),
               new($"{one} + {two} without dimensions", t => t[0] + t[1]),
               new($"{one} / {two}", t => t[0] / t[1]),
           }
           select each,
        .. from one in Types
           from number in Numbers
           from each in new OperatorCase[]
           {
               new($"{one} + {number.Name}", t => t[0] + number.Value),
               new($"{one} * {number.Name}", t => t[0] * number.Value),
           }
           select each,
        .. from one in Types
           from function in Functions
           where (function.Name, one) != ("cumsum", "float16")
           select new OperatorCase($"{function.Name} of {one}", t => function.Call(t[0])),
    ];
}
