using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Sets each element to zero with probability p and divides the others by 1 − p.</summary>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                inplace ? Aten.dropout_.InPlace(input, p, training) : Aten.dropout.Call(input, p, training);

            /// <summary>Dropout that keeps mean 0 and variance 1 of what <see cref="selu"/> gives.</summary>
            public static Tensor alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                inplace ? Aten.alpha_dropout_.InPlace(input, p, training) : Aten.alpha_dropout.Call(input, p, training);

            /// <summary><see cref="alpha_dropout"/> of whole channels.</summary>
            public static Tensor feature_alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                inplace ? Aten.feature_alpha_dropout_.InPlace(input, p, training) : Aten.feature_alpha_dropout.Call(input, p, training);

            /// <summary>Dropout of whole channels of a signal, with or without a batch's dimension.</summary>
            public static Tensor dropout1d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                FeatureDropout(input, 2, p, training, inplace);

            /// <summary>Dropout of whole channels of a picture, with or without a batch's dimension.</summary>
            public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                FeatureDropout(input, 3, p, training, inplace);

            /// <summary>Dropout of whole channels of a volume, with or without a batch's dimension.</summary>
            public static Tensor dropout3d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                FeatureDropout(input, 4, p, training, inplace);

            /// <param name="unbatched">The number of dimensions of one example, for which a batch of one is made.</param>
            private static Tensor FeatureDropout(Tensor input, long unbatched, double p, bool training, bool inplace)
            {
                if (input.dim() != unbatched)
                    return inplace ? Aten.feature_dropout_.InPlace(input, p, training) : Aten.feature_dropout.Call(input, p, training);
                using var batch = Aten.unsqueeze.Call(input, 0);
                using var dropped = Aten.feature_dropout.Call(batch, p, training);
                var result = Aten.squeeze_dim.Call(dropped, 0);
                return inplace ? Overwritten(input, result) : result;
            }
        }
    }
}
