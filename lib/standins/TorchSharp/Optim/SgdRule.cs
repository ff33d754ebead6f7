using System.Numerics;
using TorchSharp.Native;

namespace TorchSharp.Modules;

/// <summary>Gradient descent's update; one pass on the CPU, as <see cref="AdamRule"/>.</summary>
internal readonly struct SgdRule
{
    public required double LearningRate { get; init; }

    public required double Momentum { get; init; }

    public required double Dampening { get; init; }

    public required double WeightDecay { get; init; }

    public required bool Nesterov { get; init; }

    public required bool Maximize { get; init; }

    public unsafe void Apply(SgdSlot[] slots)
    {
        foreach (var slot in slots)
        {
            nint buffer = 0;
            var count = DenseCpu.Length(slot.Parameter, slot.Gradient, out var dtype);
            if (count < 0 || !(slot.Buffer is null || DenseCpu.Fits(slot.Buffer, count, dtype, out buffer)))
            {
                ApplyToOne(slot);
                continue;
            }

            var (rule, first) = (this, slot.First);
            var (parameter, gradient) = (DenseCpu.ForWriting(slot.Parameter), (nint)slot.Gradient.DataPointer());
            if (dtype == torch.ScalarType.Float32)
                DenseCpu.Run(count, (from, to) => rule.Pass((float*)parameter, (float*)gradient, (float*)buffer, from, to, first));
            else
                DenseCpu.Run(count, (from, to) => rule.Pass((double*)parameter, (double*)gradient, (double*)buffer, from, to, first));
        }
    }

    private unsafe void Pass<T>(T* parameter, T* gradient, T* buffer, long from, long to, bool first)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var sign = Maximize ? -T.One : T.One;
        var (decay, size) = (T.CreateTruncating(WeightDecay), T.CreateTruncating(LearningRate));
        // The first direction is the gradient itself, whatever the dampening.
        var (kept, fresh) = first ? (T.Zero, T.One) : (T.CreateTruncating(Momentum), T.CreateTruncating(1 - Dampening));
        var ahead = T.CreateTruncating(Momentum);
        var i = from;
        for (; i <= to - Vector<T>.Count; i += Vector<T>.Count)
        {
            var p = Vector.Load(parameter + i);
            var g = Vector.Load(gradient + i) * sign + p * decay;
            if (buffer is not null)
            {
                var b = Vector.Load(buffer + i) * kept + g * fresh;
                b.Store(buffer + i);
                g = Nesterov ? g + b * ahead : b;
            }

            (p - g * size).Store(parameter + i);
        }

        for (; i < to; i++)
        {
            var g = gradient[i] * sign + parameter[i] * decay;
            if (buffer is not null)
            {
                var b = buffer[i] = buffer[i] * kept + g * fresh;
                g = Nesterov ? g + b * ahead : b;
            }

            parameter[i] -= g * size;
        }
    }

    private void ApplyToOne(SgdSlot slot)
    {
        torch.Tensor[] parameter = [slot.Parameter], gradient = [slot.Gradient];
        if (Maximize)
            gradient = Aten._foreach_neg.CallList(gradient);
        if (WeightDecay != 0)
            gradient = Aten._foreach_add_List.CallList(gradient, parameter, WeightDecay);
        if (slot.Buffer is not null)
        {
            torch.Tensor[] buffer = [slot.Buffer];
            if (!slot.First)
                Aten._foreach_mul__Scalar.Run(buffer, Momentum);
            Aten._foreach_add__List.Run(buffer, gradient, slot.First ? 1 : 1 - Dampening);
            gradient = Nesterov ? Aten._foreach_add_List.CallList(gradient, buffer, Momentum) : buffer;
        }

        Aten._foreach_add__List.Run(parameter, gradient, -LearningRate);
    }
}
