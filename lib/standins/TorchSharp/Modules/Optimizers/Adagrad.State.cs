#nullable disable // the real package says nothing about null here
namespace TorchSharp.Modules;

public partial class Adagrad
{
    /// <summary>What is kept for one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        public long step;
        public torch.Tensor sum;

        public State(Parameter parameter)
            : base(parameter)
        {
        }

        public void Dispose()
        {
            sum?.Dispose();
        }

        public override void to(torch.Device device)
        {
            StateTensors.Move(ref sum, device);
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            StateTensors.Load(reader, ref sum, _parameter);
        }

        public override void LoadStateDict(OptimizerState source)
        {
            var other = (State)source;
            step = other.step;
            StateTensors.Copy(ref sum, other.sum, _parameter);
        }

        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            StateTensors.Save(writer, sum);
        }

        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && step == state.step
            && StateTensors.Close(sum, state.sum);

        public override void Initialize(OptimizerOptions options)
        {
            var chosen = (Options)options;
            Dispose();
            step = 0;
            sum = StateTensors.Like(_parameter, chosen.initial_accumulator_value ?? 0);
        }
    }
}
