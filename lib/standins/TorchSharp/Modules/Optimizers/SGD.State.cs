#nullable disable // the real package says nothing about null here
namespace TorchSharp.Modules;

public partial class SGD
{
    /// <summary>What is kept for one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        public torch.Tensor momentum_buffer;

        public State(Parameter parameter)
            : base(parameter)
        {
        }

        public void Dispose()
        {
            momentum_buffer?.Dispose();
        }

        public override void to(torch.Device device)
        {
            StateTensors.Move(ref momentum_buffer, device);
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            StateTensors.LoadOptional(reader, ref momentum_buffer, _parameter);
        }

        public override void LoadStateDict(OptimizerState source)
        {
            var other = (State)source;
            StateTensors.Copy(ref momentum_buffer, other.momentum_buffer, _parameter);
        }

        public override void SaveStateDict(BinaryWriter writer)
        {
            StateTensors.SaveOptional(writer, momentum_buffer);
        }

        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state
            && StateTensors.Close(momentum_buffer, state.momentum_buffer);

        public override void Initialize(OptimizerOptions options)
        {
            Dispose();
            momentum_buffer = null;
        }
    }
}
