using System.Runtime.InteropServices;

namespace Engine.Tests.Creation;

/// <summary>What cannot be created is an exception that names the operator; the process goes on.</summary>
public class BadSizesTests
{
    public static TheoryData<string, Func<Tensor>> Makers => new()
    {
        { "aten::zeros", () => zeros(-1) },
        { "aten::zeros", () => zeros(2, -3) },
        { "aten::ones", () => ones([2, -1, 2]) },
        { "aten::empty", () => empty(-5L) },
        { "aten::full", () => full(-2, 1.0) },
        { "aten::rand", () => rand(-1, 2) },
        { "aten::randn", () => randn(3, -1) },
        { "aten::randint", () => randint(5, [-1]) },
        { "aten::randint", () => randint(5, 5, [2]) },
        { "aten::randint", () => randint(7, 3, [2]) },
        { "aten::randint", () => randint(300, [2], dtype: uint8) },
        { "aten::randperm", () => randperm(-1) },
        { "aten::eye", () => eye(-2) },
        { "aten::arange", () => arange(0, 5, step: 0) },
        { "aten::arange", () => arange(0, 5, -1) },
        { "aten::arange", () => arange(0, double.PositiveInfinity, 1) },
        { "aten::arange", () => arange(double.NaN) },
        { "aten::linspace", () => linspace(0, 1, -1) },
        { "aten::logspace", () => logspace(0, 1, -4) },
        { "aten::empty_strided", () => empty_strided([2], [1, 1]) },
        { "aten::normal", () => normal(0, -1, [3]) },
        { "aten::zeros", () => zeros(1L << 52) },
        { "aten::empty", () => empty(1L << 40, 1L << 40) },
        { "aten::empty", () => empty([long.MaxValue, 4]) },
        { "aten::randn", () => randn(1L << 55) },
        { "requires_grad", () => zeros(2, dtype: int64, requires_grad: true) },
    };

    [Theory]
    [MemberData(nameof(Makers))]
    public void What_cannot_be_created_throws_and_says_who(string who, Func<Tensor> make)
    {
        var failure = Assert.Throws<ExternalException>(() => make());
        Assert.StartsWith(who, failure.Message, StringComparison.Ordinal);
        using var after = ones(2);
        Assert.Equal([1f, 1], after.data<float>().ToArray());
    }

    [Fact]
    public void A_device_that_is_not_there_throws()
    {
        if (cuda.is_available())
            return;
        using var x = ones(2);
        Assert.Throws<InvalidOperationException>(() => x.cuda());
        Assert.Throws<InvalidOperationException>(() => x.to(CUDA));
        Assert.Throws<InvalidOperationException>(() => set_default_device("cuda"));
        Assert.ThrowsAny<Exception>(() => zeros(2, device: CUDA));
        Assert.Throws<ArgumentException>(() => device("toaster"));
    }
}
