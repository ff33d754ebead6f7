using Deedle;

namespace Standins.Tests.Deedle;

/// <summary>Alone, since the console is everybody's.</summary>
[CollectionDefinition("Console", DisableParallelization = true)]
[Collection("Console")]
public class PrintTests
{
    [Fact]
    public void What_is_printed_is_the_format()
    {
        var console = Console.Out;
        using var writer = new StringWriter();
        try
        {
            Console.SetOut(writer);
            Sample.Speedups().Print();
            Sample.Speedups().Print(printTypes: true);
            Sample.Speedups()["Speedup"].Print();
        }
        finally
        {
            Console.SetOut(console);
        }

        string[] printed = [Sample.Speedups().Format(), Sample.Speedups().Format(true), Sample.Speedups()["Speedup"].Format()];
        Assert.Equal(string.Concat(printed.Select(p => p + Environment.NewLine)), writer.ToString());
    }
}
