#nullable disable // the real package says nothing about null here
namespace TorchSharp.Modules;

public partial class Rprop
{
    /// <summary>What is kept for one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        public long step;
        public torch.Tensor prev;
        public torch.Tensor step_size;

        public State(Parameter parameter)
            : base(parameter)
        {
        }

        public void Dispose()
        {
            prev?.Dispose();
            step_size?.Dispose();
        }

        public override void to(torch.Device device)
        {
            StateTensors.Move(ref prev, device);
            StateTensors.Move(ref step_size, device);
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            StateTensors.Load(reader, ref prev, _parameter);
            StateTensors.Load(reader, ref step_size, _parameter);
        }

        public override void LoadStateDict(OptimizerState source)
        {
            var other = (State)source;
            step = other.step;
            StateTensors.Copy(ref prev, other.prev, _parameter);
            StateTensors.Copy(ref step_size, other.step_size, _parameter);
        }

        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            StateTensors.Save(writer, prev);
            StateTensors.Save(writer, step_size);
        }

        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && step == state.step
            && StateTensors.Close(prev, state.prev)
            && StateTensors.Close(step_size, state.step_size);

        public override void Initialize(OptimizerOptions options)
        {
            var chosen = (Options)options;
            Dispose();
            step = 0;
            prev = StateTensors.Like(_parameter);
            step_size = StateTensors.Like(_parameter, chosen.LearningRate ?? 0);
        }
    }
}
