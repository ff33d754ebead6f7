#nullable disable // the real package says nothing about null here
namespace TorchSharp.Modules;

public partial class Rprop
{
    /// <summary>What a parameter group is updated with; null: the optimizer's default.</summary>
    public class Options : OptimizerOptions
    {
        public bool? maximize;
        public double? etaminus;
        public double? etaplus;
        public double? min_step;
        public double? max_step;

        public override void LoadStateDict(OptimizerOptions source)
        {
            base.LoadStateDict(source);
            var other = (Options)source;
            maximize = other.maximize;
            etaminus = other.etaminus;
            etaplus = other.etaplus;
            min_step = other.min_step;
            max_step = other.max_step;
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            base.LoadStateDict(reader);
            maximize = reader.ReadBoolean();
            etaminus = reader.ReadDouble();
            etaplus = reader.ReadDouble();
            min_step = reader.ReadDouble();
            max_step = reader.ReadDouble();
        }

        public override void SaveStateDict(BinaryWriter writer)
        {
            base.SaveStateDict(writer);
            writer.Write(maximize.Value);
            writer.Write(etaminus.Value);
            writer.Write(etaplus.Value);
            writer.Write(min_step.Value);
            writer.Write(max_step.Value);
        }

        internal void FillIn(Options defaults)
        {
            LearningRate ??= defaults.LearningRate;
            maximize ??= defaults.maximize;
            etaminus ??= defaults.etaminus;
            etaplus ??= defaults.etaplus;
            min_step ??= defaults.min_step;
            max_step ??= defaults.max_step;
        }

        internal override void Check()
        {
            base.Check();
            OptimizerArguments.Fraction(etaminus.Value, nameof(etaminus));
            OptimizerArguments.NonNegative(min_step.Value, nameof(min_step));
            OptimizerArguments.NonNegative(max_step.Value, nameof(max_step));
        }
    }
}
