#nullable disable // the real package says nothing about null here
namespace TorchSharp.Modules;

public partial class RMSProp
{
    /// <summary>What is kept for one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        public long step;
        public torch.Tensor square_avg;
        public torch.Tensor momentum_buffer;
        public torch.Tensor grad_avg;

        public State(Parameter parameter)
            : base(parameter)
        {
        }

        public void Dispose()
        {
            square_avg?.Dispose();
            momentum_buffer?.Dispose();
            grad_avg?.Dispose();
        }

        public override void to(torch.Device device)
        {
            StateTensors.Move(ref square_avg, device);
            StateTensors.Move(ref momentum_buffer, device);
            StateTensors.Move(ref grad_avg, device);
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            StateTensors.Load(reader, ref square_avg, _parameter);
            StateTensors.LoadOptional(reader, ref momentum_buffer, _parameter);
            StateTensors.LoadOptional(reader, ref grad_avg, _parameter);
        }

        public override void LoadStateDict(OptimizerState source)
        {
            var other = (State)source;
            step = other.step;
            StateTensors.Copy(ref square_avg, other.square_avg, _parameter);
            StateTensors.Copy(ref momentum_buffer, other.momentum_buffer, _parameter);
            StateTensors.Copy(ref grad_avg, other.grad_avg, _parameter);
        }

        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            StateTensors.Save(writer, square_avg);
            StateTensors.SaveOptional(writer, momentum_buffer);
            StateTensors.SaveOptional(writer, grad_avg);
        }

        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && step == state.step
            && StateTensors.Close(square_avg, state.square_avg)
            && StateTensors.Close(momentum_buffer, state.momentum_buffer)
            && StateTensors.Close(grad_avg, state.grad_avg);

        public override void Initialize(OptimizerOptions options)
        {
            var chosen = (Options)options;
            Dispose();
            step = 0;
            square_avg = StateTensors.Like(_parameter);
            momentum_buffer = chosen.momentum > 0 ? StateTensors.Like(_parameter) : null;
            grad_avg = chosen.centered == true ? StateTensors.Like(_parameter) : null;
        }
    }
}
