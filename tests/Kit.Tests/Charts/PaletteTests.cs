using Kit.Charts;

namespace Kit.Tests.Charts;

public class PaletteTests
{
    [Theory]
    [InlineData("UCB, c = 2", "UCB")]
    [InlineData("optimistic, Q₁ = 5", "optimistic")]
    [InlineData("Thompson (Gaussian)", "Thompson")]
    [InlineData("ε-greedy (ε)", "ε-greedy")]
    [InlineData("gradient α = 0.4, no baseline", "gradient α = 0.4, no baseline")]
    public void A_method_keeps_its_colour_whatever_its_name_goes_on_to_say(string name, string method)
    {
        Assert.Equal(Palette.HexOf(method, 3), Palette.HexOf(name, 5));
        Assert.Equal(Palette.DashOf(method)?.Convert(), Palette.DashOf(name)?.Convert());
    }

    [Theory]
    [InlineData("ε = 0.15")]
    [InlineData("greedyish")]
    [InlineData("UCB-V")]
    [InlineData("my method")]
    public void A_name_that_only_begins_like_a_method_gets_the_colour_of_its_position(string name) =>
        Assert.NotEqual(Palette.HexOf(name, 0), Palette.HexOf(name, 1));

    [Fact]
    public void The_methods_of_one_picture_can_be_told_apart()
    {
        string[] testbed = ["greedy", "ε = 0.01", "ε = 0.1", "ε decaying", "optimistic", "UCB", "gradient α = 0.1", "gradient α = 0.4",
            "gradient α = 0.1, no baseline", "gradient α = 0.4, no baseline", "Thompson"];
        string[] bernoulli = ["ε = 0.1", "UCB1", "KL-UCB", "Thompson", "EXP3", "random", "Lai–Robbins slope, 2.25 ln t"];
        string[] contextual = ["best fixed", "oracle", "LinUCB", "linear Thompson", "UCB1", "Thompson", "EXP3", "ε-greedy"];

        Assert.All([testbed, bernoulli, contextual], picture =>
            Assert.Equal(picture.Length, picture.Select(name => (Palette.HexOf(name), Palette.DashOf(name)?.Convert())).Distinct().Count()));
    }
}
