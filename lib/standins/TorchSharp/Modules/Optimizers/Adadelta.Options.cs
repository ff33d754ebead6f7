#nullable disable // the real package says nothing about null here
namespace TorchSharp.Modules;

public partial class Adadelta
{
    /// <summary>What a parameter group is updated with; null: the optimizer's default.</summary>
    public class Options : OptimizerOptions
    {
        public double? rho;
        public double? eps;
        public double? weight_decay;
        public bool? maximize;

        public override void LoadStateDict(OptimizerOptions source)
        {
            base.LoadStateDict(source);
            var other = (Options)source;
            rho = other.rho;
            eps = other.eps;
            weight_decay = other.weight_decay;
            maximize = other.maximize;
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            base.LoadStateDict(reader);
            rho = reader.ReadDouble();
            eps = reader.ReadDouble();
            weight_decay = reader.ReadDouble();
            maximize = reader.ReadBoolean();
        }

        public override void SaveStateDict(BinaryWriter writer)
        {
            base.SaveStateDict(writer);
            writer.Write(rho.Value);
            writer.Write(eps.Value);
            writer.Write(weight_decay.Value);
            writer.Write(maximize.Value);
        }

        internal void FillIn(Options defaults)
        {
            LearningRate ??= defaults.LearningRate;
            rho ??= defaults.rho;
            eps ??= defaults.eps;
            weight_decay ??= defaults.weight_decay;
            maximize ??= defaults.maximize;
        }

        internal override void Check()
        {
            base.Check();
            OptimizerArguments.Closed(rho.Value, nameof(rho));
            OptimizerArguments.NonNegative(eps.Value, nameof(eps));
            OptimizerArguments.NonNegative(weight_decay.Value, nameof(weight_decay));
        }
    }
}
