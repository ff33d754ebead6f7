using static TorchSharp.torch;

namespace Kit.Decisions.Bandits.Vectorized;

/// <summary>Keeps the books of a run. Steps are gathered in blocks, since one operation on a block costs less than one at each step.</summary>
internal sealed class Score : IDisposable
{
    private const int BlockSteps = 25;

    private readonly int _problems, _steps;
    private readonly Tensor _rewards, _regrets, _lost, _earned, _lateEarned, _lateOptimal;
    private readonly Tensor[] _rewardRows, _regretRows;
    private readonly List<SampleMean> _reward, _optimal, _regret;
    private int _row;

    public Score(TestbedOptions options)
    {
        (_problems, _steps) = (options.Problems, options.Steps);
        (_reward, _optimal, _regret) = (new(_steps), new(_steps), new(_steps));
        (_rewards, _regrets) = (empty(BlockSteps, _problems, float64), empty(BlockSteps, _problems, float64));
        (_rewardRows, _regretRows) = (_rewards.unbind(), _regrets.unbind());
        (_lost, _earned, _lateEarned, _lateOptimal) = (Nothing(), Nothing(), Nothing(), Nothing());

        Tensor Nothing() => zeros(_problems, float64);
    }

    public (string Name, double Value)[] Latest => [("reward", _reward[^1].Mean), ("optimal", _optimal[^1].Mean), ("regret", _regret[^1].Mean)];

    private int Late => Math.Min(TestbedResult.LateSteps, _steps);

    /// <summary>Takes down one step.</summary>
    /// <returns>whether the means are up to date with it</returns>
    public bool Add(Tensor rewards, Tensor regret)
    {
        _rewardRows[_row].copy_(rewards);
        _regretRows[_row].copy_(regret);
        if (++_row < BlockSteps && _reward.Count + _row < _steps)
            return false;
        using var scope = NewDisposeScope();
        var block = _rewards.narrow(0, 0, _row);
        var regrets = _regrets.narrow(0, 0, _row);
        var optimal = regrets.eq(0);
        var lost = regrets.cumsum(0).add_(_lost);
        _earned.add_(block.sum(0L));
        _lost.copy_(lost[-1]);
        var late = Math.Min(_row, _reward.Count + _row - (_steps - Late));
        if (late > 0)
        {
            _lateEarned.add_(block.narrow(0, _row - late, late).sum(0L));
            _lateOptimal.add_(optimal.narrow(0, _row - late, late).sum(0L));
        }

        _reward.AddRange(Means(block));
        _optimal.AddRange(optimal.sum(1L).data<long>().ToArray().Select(Share));
        _regret.AddRange(Means(lost));
        _row = 0;
        return true;
    }

    public TestbedResult Result()
    {
        using var scope = NewDisposeScope();
        return new TestbedResult(_reward, _optimal, _regret, Mean(_earned / _steps), Mean(_lateEarned / Late), Mean(_lateOptimal / Late));

        SampleMean Mean(Tensor numbers) => Means(numbers.unsqueeze(0)).Single();
    }

    private SampleMean Share(long count)
    {
        var share = (double)count / _problems;
        return new SampleMean(share, Math.Sqrt(share * (1 - share) / (_problems - 1)));
    }

    /// <summary>The mean of each row over the problems, with its standard error.</summary>
    private IEnumerable<SampleMean> Means(Tensor rows)
    {
        var mean = rows.mean([1], keepdim: true);
        var deviations = rows - mean;
        var squares = deviations.mul_(deviations).sum(1L);
        return mean.data<double>().ToArray().Zip(squares.data<double>().ToArray(),
            (m, s) => new SampleMean(m, Math.Sqrt(s / (_problems - 1.0) / _problems)));
    }

    public void Dispose()
    {
        foreach (var tensor in (Tensor[])[_rewards, _regrets, _lost, _earned, _lateEarned, _lateOptimal, .. _rewardRows, .. _regretRows])
            tensor.Dispose();
    }
}
