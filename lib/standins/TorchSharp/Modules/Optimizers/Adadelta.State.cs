#nullable disable // the real package says nothing about null here
namespace TorchSharp.Modules;

public partial class Adadelta
{
    /// <summary>What is kept for one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        public long step;
        public torch.Tensor square_avg;
        public torch.Tensor acc_delta;

        public State(Parameter parameter)
            : base(parameter)
        {
        }

        public void Dispose()
        {
            square_avg?.Dispose();
            acc_delta?.Dispose();
        }

        public override void to(torch.Device device)
        {
            StateTensors.Move(ref square_avg, device);
            StateTensors.Move(ref acc_delta, device);
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            StateTensors.Load(reader, ref square_avg, _parameter);
            StateTensors.Load(reader, ref acc_delta, _parameter);
        }

        public override void LoadStateDict(OptimizerState source)
        {
            var other = (State)source;
            step = other.step;
            StateTensors.Copy(ref square_avg, other.square_avg, _parameter);
            StateTensors.Copy(ref acc_delta, other.acc_delta, _parameter);
        }

        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            StateTensors.Save(writer, square_avg);
            StateTensors.Save(writer, acc_delta);
        }

        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && step == state.step
            && StateTensors.Close(square_avg, state.square_avg)
            && StateTensors.Close(acc_delta, state.acc_delta);

        public override void Initialize(OptimizerOptions options)
        {
            Dispose();
            step = 0;
            square_avg = StateTensors.Like(_parameter);
            acc_delta = StateTensors.Like(_parameter);
        }
    }
}
