using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Puts a border around a tensor.</summary>
            /// <param name="pad">Before and after the last dimension, then the one before it, and so on; negative numbers cut.</param>
            /// <param name="value">What stands in the border of <see cref="PaddingModes.Constant"/>.</param>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) => mode switch
            {
                PaddingModes.Constant => Aten.constant_pad_nd.Call(input, pad, value),
                PaddingModes.Zeros => Aten.constant_pad_nd.Call(input, pad, 0),
                PaddingModes.Reflect => Aten.pad.Call(input, pad, "reflect"),
                PaddingModes.Replicate => Aten.pad.Call(input, pad, "replicate"),
                PaddingModes.Circular => Aten.pad.Call(input, pad, "circular"),
                _ => throw new ArgumentOutOfRangeException(nameof(mode)),
            };

            public static Tensor pad(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, pad.ToArray(), mode, value);

            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, (long[])[pad.Item1, pad.Item2], mode, value);

            public static Tensor pad(Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, (long[])[pad.Item1, pad.Item2, pad.Item3, pad.Item4], mode, value);

            /// <param name="pad">Before and after the last dimension.</param>
            public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, (long[])[pad, pad], mode, value);
        }
    }
}
