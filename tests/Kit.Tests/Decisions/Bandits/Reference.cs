using System.Text.Json;
using Kit.Decisions.Bandits;
using Kit.Foundation.Randomness;
using Kit.TestSupport;

namespace Kit.Tests.Decisions.Bandits;

/// <summary>The numbers of tests/reference/bandits.py, which shares no code with the kit, and what compares with them.</summary>
internal static class Reference
{
    private static readonly JsonElement Root = JsonDocument.Parse(File.ReadAllText(Repository.At("tests", "reference", "bandits.json"))).RootElement;

    public static JsonElement Of(string name) => Root.GetProperty(name);

    public static double[] Numbers(this JsonElement element) => [.. element.EnumerateArray().Select(number => number.GetDouble())];

    /// <summary>Plays one game a seed and asks each for a number.</summary>
    public static double[] Play(int seeds, int steps, Func<RandomStream, IBandit> problem, Func<IBandit, IBanditPolicy> policy, Func<BanditHistory, double> number)
    {
        var numbers = new double[seeds];
        Parallel.For(0, seeds, seed =>
        {
            var streams = new RandomStreams(seed);
            var bandit = problem(streams.Initialisation);
            numbers[seed] = number(BanditGame.Play(bandit, policy(bandit), steps, streams));
        });
        return numbers;
    }

    /// <summary>The share of optimal pulls in the last steps of a game.</summary>
    public static Func<BanditHistory, double> ShareOfLast(int steps) =>
        history => history.Optimal.Skip(history.Optimal.Count - steps).Count(optimal => optimal) / (double)steps;

    public static (double Mean, double Error) MeanAndError(IReadOnlyCollection<double> numbers)
    {
        var mean = numbers.Average();
        return (mean, Math.Sqrt(numbers.Sum(number => (number - mean) * (number - mean)) / (numbers.Count - 1) / numbers.Count));
    }

    /// <summary>Our mean lies within four standard errors of the difference of the reference's.</summary>
    public static void Agrees(JsonElement expected, IReadOnlyCollection<double> numbers)
    {
        var (mean, error) = MeanAndError(numbers);
        var (theirs, theirError) = (expected.GetProperty("mean").GetDouble(), expected.GetProperty("error").GetDouble());
        Assert.InRange(mean, theirs - 4 * Math.Sqrt(error * error + theirError * theirError), theirs + 4 * Math.Sqrt(error * error + theirError * theirError));
    }
}
