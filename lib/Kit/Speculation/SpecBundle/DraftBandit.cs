using Kit.Decisions.Bandits;
using Kit.Foundation.Randomness;

namespace Kit.Speculation.SpecBundle;

/// <summary>
/// SpecBundle as a contextual bandit: a decision is drawn from the series, an arm is a draft setting, and the reward is the throughput that
/// was printed for it, times plain decoding, under a simulated measurement noise.
/// </summary>
/// <remarks>
/// Only the arm that was pulled shows its throughput, as in a running server. The noise is ours: the source prints one run a cell.
/// </remarks>
public sealed class DraftBandit : IContextualBandit
{
    private readonly IReadOnlyList<DraftSeries> _series;
    private readonly IReadOnlyList<DraftSetting> _settings;
    private readonly DraftFeatures _features;
    private readonly double _noise;
    private DraftSeries _now;

    /// <summary>A bandit over the series of a study.</summary>
    /// <param name="training">the decisions that may come</param>
    /// <param name="features">what of them is shown</param>
    /// <param name="noise">standard deviation of a measured throughput as a share of it; normal, "simulated"</param>
    public DraftBandit(DraftStudy training, DraftFeatures features, double noise)
    {
        if (!(noise >= 0) || !double.IsFinite(noise))
            throw new ArgumentOutOfRangeException(nameof(noise), noise, "the noise is a share of the throughput, for example 0.05");
        (_series, _settings, _features, _noise) = (training.Series, training.Settings, features, noise);
        _now = _series[0];
    }

    /// <inheritdoc/>
    public int Arms => _settings.Count;

    /// <inheritdoc/>
    public int Features => _features.Count;

    /// <summary>Draws the next decision, every series equally likely.</summary>
    public double[] NextContext(RandomStream random)
    {
        _now = _series[random.Integer(_series.Count)];
        return _features.Of(_now);
    }

    /// <inheritdoc/>
    public double Pull(int arm, RandomStream random) => Mean(arm) * (1 + _noise * random.Normal());

    /// <inheritdoc/>
    public double Mean(int arm) => _now.SpeedUp(_settings[arm]);
}
