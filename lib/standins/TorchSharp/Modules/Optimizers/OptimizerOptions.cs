namespace TorchSharp.Modules;

/// <summary>What the parameters of one group are updated with; every optimizer adds its own.</summary>
public class OptimizerOptions
{
    /// <summary>Null: the optimizer's default.</summary>
    public double? LearningRate { get; set; }

    /// <summary>What schedulers start from.</summary>
    public double InitialLearningRate { get; set; }

    public virtual void SaveStateDict(BinaryWriter writer)
    {
        writer.Write(InitialLearningRate);
        writer.Write(LearningRate ?? InitialLearningRate);
    }

    public virtual void LoadStateDict(BinaryReader reader)
    {
        InitialLearningRate = reader.ReadDouble();
        LearningRate = reader.ReadDouble();
    }

    public virtual void LoadStateDict(OptimizerOptions source)
    {
        InitialLearningRate = source.InitialLearningRate;
        LearningRate = source.LearningRate;
    }

    /// <summary>Every option has a value now: are they possible?</summary>
    internal virtual void Check() => OptimizerArguments.NonNegative(LearningRate ?? 0, "lr");
}
