#nullable disable // the real package says nothing about null here
namespace TorchSharp.Modules;

public partial class NAdam
{
    /// <summary>What a parameter group is updated with; null: the optimizer's default.</summary>
    public class Options : OptimizerOptions
    {
        public double? beta1;
        public double? beta2;
        public double? eps;
        public double? weight_decay;
        public double? momentum_decay;

        internal (double, double) Betas
        {
            get => (beta1.Value, beta2.Value);
            set => (beta1, beta2) = value;
        }

        public override void LoadStateDict(OptimizerOptions source)
        {
            base.LoadStateDict(source);
            var other = (Options)source;
            beta1 = other.beta1;
            beta2 = other.beta2;
            eps = other.eps;
            weight_decay = other.weight_decay;
            momentum_decay = other.momentum_decay;
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            base.LoadStateDict(reader);
            beta1 = reader.ReadDouble();
            beta2 = reader.ReadDouble();
            eps = reader.ReadDouble();
            weight_decay = reader.ReadDouble();
            momentum_decay = reader.ReadDouble();
        }

        public override void SaveStateDict(BinaryWriter writer)
        {
            base.SaveStateDict(writer);
            writer.Write(beta1.Value);
            writer.Write(beta2.Value);
            writer.Write(eps.Value);
            writer.Write(weight_decay.Value);
            writer.Write(momentum_decay.Value);
        }

        internal void FillIn(Options defaults)
        {
            LearningRate ??= defaults.LearningRate;
            beta1 ??= defaults.beta1;
            beta2 ??= defaults.beta2;
            eps ??= defaults.eps;
            weight_decay ??= defaults.weight_decay;
            momentum_decay ??= defaults.momentum_decay;
        }

        internal override void Check()
        {
            base.Check();
            OptimizerArguments.Fraction(beta1.Value, nameof(beta1));
            OptimizerArguments.Fraction(beta2.Value, nameof(beta2));
            OptimizerArguments.NonNegative(eps.Value, nameof(eps));
            OptimizerArguments.NonNegative(weight_decay.Value, nameof(weight_decay));
            OptimizerArguments.NonNegative(momentum_decay.Value, nameof(momentum_decay));
        }
    }
}
