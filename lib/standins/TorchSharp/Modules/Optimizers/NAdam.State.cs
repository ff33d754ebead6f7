#nullable disable // the real package says nothing about null here
namespace TorchSharp.Modules;

public partial class NAdam
{
    /// <summary>What is kept for one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        public long step;
        public double mu_product;
        public torch.Tensor exp_avg;
        public torch.Tensor exp_avg_sq;

        public State(Parameter parameter)
            : base(parameter)
        {
        }

        public void Dispose()
        {
            exp_avg?.Dispose();
            exp_avg_sq?.Dispose();
        }

        public override void to(torch.Device device)
        {
            StateTensors.Move(ref exp_avg, device);
            StateTensors.Move(ref exp_avg_sq, device);
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            mu_product = reader.ReadDouble();
            StateTensors.Load(reader, ref exp_avg, _parameter);
            StateTensors.Load(reader, ref exp_avg_sq, _parameter);
        }

        public override void LoadStateDict(OptimizerState source)
        {
            var other = (State)source;
            step = other.step;
            mu_product = other.mu_product;
            StateTensors.Copy(ref exp_avg, other.exp_avg, _parameter);
            StateTensors.Copy(ref exp_avg_sq, other.exp_avg_sq, _parameter);
        }

        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            writer.Write(mu_product);
            StateTensors.Save(writer, exp_avg);
            StateTensors.Save(writer, exp_avg_sq);
        }

        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && step == state.step && Math.Abs(mu_product - state.mu_product) <= 1e-8
            && StateTensors.Close(exp_avg, state.exp_avg)
            && StateTensors.Close(exp_avg_sq, state.exp_avg_sq);

        public override void Initialize(OptimizerOptions options)
        {
            Dispose();
            step = 0;
            mu_product = 1;
            exp_avg = StateTensors.Like(_parameter);
            exp_avg_sq = StateTensors.Like(_parameter);
        }
    }
}
