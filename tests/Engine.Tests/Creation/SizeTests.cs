namespace Engine.Tests.Creation;

public class SizeTests
{
    [Fact]
    public void A_shape_can_be_written_in_many_ways()
    {
        long[] expected = [2, 3];
        Assert.Equal(expected, new Size((2, 3)).Shape);
        Assert.Equal(expected, new Size(new[] { 2, 3 }).Shape);
        Assert.Equal(expected, new Size(expected.AsEnumerable()).Shape);
        Assert.Equal(expected, ((Size)(2L, 3L)).Shape);
        Assert.Equal([7], ((Size)7).Shape);
        Assert.Equal([1, 2, 3, 4, 5, 6], new Size((1, 2, 3, 4, 5, 6)).Shape);
    }

    [Fact]
    public void Shapes_compare_by_value_and_can_be_put_together_and_cut()
    {
        Size a = (2, 3), b = (long[])[4];
        Assert.True(a == new Size([2L, 3]) && a != b && a.Equals((object)new Size((2, 3))));
        Assert.Equal(a.GetHashCode(), new Size((2, 3)).GetHashCode());
        Assert.Equal([2, 3, 4], (a + b).Shape);
        Assert.Equal([2, 3, 9], (a + new List<long> { 9 }).Shape);
        Assert.Equal([3, 4], (a + b).Slice(1, 3).Shape);
        Assert.Equal([2], (a + b).Take(1));
        Assert.Equal((2, 3L, 6L), (a.Length, a[1], a.numel()));
        Assert.Equal(1, Size.Empty.numel());
        Assert.True(default(Size) == Size.Empty && Size.Empty.IsScalar && Size.Empty.IsEmpty && !a.IsEmpty);
        Assert.Throws<IndexOutOfRangeException>(() => a[2]);
        Assert.Equal(24, new long[] { 2, 3, 4 }.TotalSize());
    }
}
