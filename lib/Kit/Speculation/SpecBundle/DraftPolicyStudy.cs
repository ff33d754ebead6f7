using Kit.Decisions.Bandits;
using Kit.Foundation.Randomness;

namespace Kit.Speculation.SpecBundle;

/// <summary>
/// The course's first auxiliary policy: a contextual bandit picks the draft setting of a large model that it may not touch. It learns on
/// the series of nine models and is judged, without learning on, on those of the tenth.
/// </summary>
public static class DraftPolicyStudy
{
    /// <summary>
    /// Learns by <see cref="LinUcb"/>, for each model on the other models' series, and judges the setting of the highest estimate: no
    /// exploration while judged.
    /// </summary>
    /// <param name="study">all series</param>
    /// <param name="options">what is shown, rounds, noise, width of the confidence bound</param>
    /// <param name="seed">of decisions, noise and ties; each model left out has streams of its own</param>
    /// <param name="cancellation">stops between two rounds</param>
    /// <returns>one row a model, in alphabetical order</returns>
    public static IReadOnlyList<HeldOutPolicy> LeaveOneModelOut(DraftStudy study, DraftPolicyOptions options, long seed, CancellationToken cancellation = default)
    {
        var streams = new RandomStreams(seed);
        return [.. Folds(study).Select((fold, index) =>
        {
            var (training, judged) = fold;
            var features = new DraftFeatures(options.Context, training.Series);
            var bandit = new DraftBandit(training, features, options.Noise);
            var policy = new LinUcb(bandit.Arms, bandit.Features, new LinUcbOptions { Alpha = options.Alpha, Ridge = options.Ridge });
            ContextualGame.Play(bandit, policy, options.Rounds, streams.Child(index), cancellation);
            return Judge(study, judged, series => HighestMean(study, features.Of(series), policy.Model));
        })];
    }

    /// <summary>
    /// What the same estimates reach when every setting of every training series is seen, without noise: least squares instead of a
    /// bandit. A bandit with these estimates, which sees one noisy setting at a time, approaches it with the rounds.
    /// </summary>
    public static IReadOnlyList<HeldOutPolicy> FullInformation(DraftStudy study, DraftContext context, double ridge = 0.01) =>
        [.. Folds(study).Select(fold =>
        {
            var (training, judged) = fold;
            var features = new DraftFeatures(context, training.Series);
            RidgeRegression[] models = [.. study.Settings.Select(_ => new RidgeRegression(features.Count, ridge))];
            foreach (var series in training.Series)
            {
                for (var arm = 0; arm < models.Length; arm++)
                    models[arm].Update(features.Of(series), series.SpeedUp(study.Settings[arm]));
            }

            return Judge(study, judged, series => HighestMean(study, features.Of(series), arm => models[arm]));
        })];

    /// <summary>The fixed setting that is best on the other models, in the same form: the baseline that a policy has to beat.</summary>
    public static IReadOnlyList<HeldOutPolicy> BestFixed(DraftStudy study) =>
        [.. Folds(study).Select(fold =>
        {
            var choice = fold.Training.BestFixed();
            return Judge(study, fold.Judged, _ => choice);
        })];

    private static IEnumerable<(DraftStudy Training, IReadOnlyList<DraftSeries> Judged)> Folds(DraftStudy study) =>
        from model in study.Series.Select(series => series.Model).Distinct().Order(StringComparer.Ordinal)
        let training = study.Series.Where(series => series.Model != model).ToList()
        select (training.Count > 0 ? new DraftStudy(training) : throw new InvalidOperationException($"{model} is the study's only model: nothing is left to learn from"),
            (IReadOnlyList<DraftSeries>)[.. study.Series.Where(series => series.Model == model)]);

    private static HeldOutPolicy Judge(DraftStudy study, IReadOnlyList<DraftSeries> judged, Func<DraftSeries, DraftSetting> pick)
    {
        List<DraftSetting> picks = [.. judged.Select(pick)];
        return new HeldOutPolicy(judged[0].Model, picks, [.. judged.Zip(picks, (series, setting) => series.ShareOfOracle(setting))]);
    }

    private static DraftSetting HighestMean(DraftStudy study, double[] features, Func<int, RidgeRegression> model) =>
        study.Settings[Enumerable.Range(0, study.Settings.Count).MaxBy(arm => model(arm).Mean(features))];
}
