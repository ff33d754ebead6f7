using System.Numerics;
using TorchSharp.Native;

namespace TorchSharp.Modules;

/// <summary>
/// Adam's and AdamW's update. On the CPU, where everything lies dense in memory, it is one pass over it (libtorch 1.13 would take nine);
/// elsewhere lists of tensors go through libtorch.
/// </summary>
internal readonly struct AdamRule
{
    public required double LearningRate { get; init; }

    public required double Beta1 { get; init; }

    public required double Beta2 { get; init; }

    public required double Epsilon { get; init; }

    public required double WeightDecay { get; init; }

    /// <summary>Weights shrink by themselves (AdamW) rather than through the gradient (Adam).</summary>
    public required bool Decoupled { get; init; }

    public required bool Maximize { get; init; }

    public unsafe void Apply(AdamSlot[] slots)
    {
        var others = new List<AdamSlot>();
        foreach (var slot in slots)
        {
            var (moment, square, largest) = ((nint)0, (nint)0, (nint)0);
            var count = DenseCpu.Length(slot.Parameter, slot.Gradient, out var dtype);
            if (count < 0 || !DenseCpu.Fits(slot.Moment, count, dtype, out moment) || !DenseCpu.Fits(slot.Square, count, dtype, out square)
                || !(slot.Largest is null || DenseCpu.Fits(slot.Largest, count, dtype, out largest)))
            {
                others.Add(slot);
                continue;
            }

            var (rule, step) = (this, slot.Step);
            var (parameter, gradient) = (DenseCpu.ForWriting(slot.Parameter), (nint)slot.Gradient.DataPointer());
            if (dtype == torch.ScalarType.Float32)
                DenseCpu.Run(count, (from, to) => rule.Pass((float*)parameter, (float*)gradient, (float*)moment, (float*)square, (float*)largest, from, to, step));
            else
                DenseCpu.Run(count, (from, to) => rule.Pass((double*)parameter, (double*)gradient, (double*)moment, (double*)square, (double*)largest, from, to, step));
        }

        if (others.Count > 0)
            ApplyToLists(others);
    }

    private unsafe void Pass<T>(T* parameter, T* gradient, T* moment, T* square, T* largest, long from, long to, long step)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var sign = Maximize ? -T.One : T.One;
        var coupled = T.CreateTruncating(Decoupled ? 0 : WeightDecay);
        var kept = T.CreateTruncating(Decoupled ? 1 - LearningRate * WeightDecay : 1);
        var (beta1, new1) = (T.CreateTruncating(Beta1), T.CreateTruncating(1 - Beta1));
        var (beta2, new2) = (T.CreateTruncating(Beta2), T.CreateTruncating(1 - Beta2));
        var root2 = T.CreateTruncating(Math.Sqrt(1 - Math.Pow(Beta2, step)));
        var size = T.CreateTruncating(LearningRate / (1 - Math.Pow(Beta1, step)));
        var epsilon = T.CreateTruncating(Epsilon);
        var i = from;
        var (vRoot2, vEpsilon) = (new Vector<T>(root2), new Vector<T>(epsilon));
        for (; i <= to - Vector<T>.Count; i += Vector<T>.Count)
        {
            var p = Vector.Load(parameter + i);
            var g = Vector.Load(gradient + i) * sign + p * coupled;
            var m = Vector.Load(moment + i) * beta1 + g * new1;
            var s = Vector.Load(square + i) * beta2 + g * g * new2;
            m.Store(moment + i);
            s.Store(square + i);
            if (largest is not null)
            {
                s = Vector.Max(Vector.Load(largest + i), s);
                s.Store(largest + i);
            }

            (p * kept - m / (Vector.SquareRoot(s) / vRoot2 + vEpsilon) * size).Store(parameter + i);
        }

        for (; i < to; i++)
        {
            var g = gradient[i] * sign + parameter[i] * coupled;
            var m = moment[i] = moment[i] * beta1 + g * new1;
            var s = square[i] = square[i] * beta2 + g * g * new2;
            if (largest is not null)
                s = largest[i] = T.Max(largest[i], s);
            parameter[i] = parameter[i] * kept - m / (T.Sqrt(s) / root2 + epsilon) * size;
        }
    }

    private void ApplyToLists(List<AdamSlot> slots)
    {
        var (lr, beta1, beta2) = (LearningRate, Beta1, Beta2);
        torch.Tensor[] parameters = [.. slots.Select(s => s.Parameter)], gradients = [.. slots.Select(s => s.Gradient)];
        torch.Tensor[] moments = [.. slots.Select(s => s.Moment)], squares = [.. slots.Select(s => s.Square)];
        if (Maximize)
            gradients = Aten._foreach_neg.CallList(gradients);
        if (Decoupled && WeightDecay != 0)
            Aten._foreach_mul__Scalar.Run(parameters, 1 - lr * WeightDecay);
        else if (WeightDecay != 0)
            gradients = Aten._foreach_add_List.CallList(gradients, parameters, WeightDecay);
        Aten._foreach_mul__Scalar.Run(moments, beta1);
        Aten._foreach_add__List.Run(moments, gradients, 1 - beta1);
        Aten._foreach_mul__Scalar.Run(squares, beta2);
        Aten._foreach_addcmul__Scalar.Run(squares, gradients, gradients, 1 - beta2);
        if (slots[0].Largest is not null)
        {
            var largest = slots.Select(s => s.Largest!).ToArray();
            Aten._foreach_maximum__List.Run(largest, squares);
            squares = largest;
        }

        var root = Aten._foreach_sqrt.CallList(squares);
        Aten._foreach_div__ScalarList.Run(root, Arg.Scalars([.. slots.Select(s => Math.Sqrt(1 - Math.Pow(beta2, s.Step)))]));
        Aten._foreach_add__Scalar.Run(root, Epsilon);
        Aten._foreach_addcdiv__ScalarList.Run(parameters, moments, root, Arg.Scalars([.. slots.Select(s => -lr / (1 - Math.Pow(beta1, s.Step)))]));
    }
}
