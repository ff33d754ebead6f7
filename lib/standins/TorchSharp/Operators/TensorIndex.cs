namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// What may stand between the brackets of a tensor: an integer, a slice (<c>1..3</c>, <c>..^1</c>, <see cref="Slice(long?, long?, long?)"/>
    /// with a step), an index tensor or a mask, an ellipsis, a new dimension, a Boolean.
    /// </summary>
    public struct TensorIndex
    {
        internal enum Kind
        {
            None,
            Single,
            Null,
            Bool,
            Ellipsis,
            Slice,
            Tensor,
        }

#pragma warning disable CA2211 // fields that can be assigned, as TorchSharp declares them
        /// <summary>As many full slices as there are dimensions left over.</summary>
        public static TensorIndex Ellipsis = new() { Sort = Kind.Ellipsis };

        /// <summary>A new dimension of size one.</summary>
        public static TensorIndex None = new() { Sort = Kind.None };

        /// <summary>The same as <see cref="None"/>.</summary>
        public static TensorIndex Null = new() { Sort = Kind.Null };

        /// <summary>The whole dimension.</summary>
        public static TensorIndex Colon = Slice();
#pragma warning restore CA2211

        internal Kind Sort;

        /// <summary>The integer, the Boolean or where the slice starts.</summary>
        internal long? Start;
        internal long? Stop;
        internal long? Step;
        internal torch.Tensor? Chosen;

        /// <param name="start">The first element; negative ones count from the end.</param>
        /// <param name="stop">The first element that does not belong to the slice.</param>
        /// <param name="step">Positive: libtorch has no slices that run backwards.</param>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new() { Sort = Kind.Slice, Start = start, Stop = stop, Step = step };

        public static TensorIndex Slice((int? start, int? end) range) => Slice(range.start, range.end);

        public static TensorIndex Slice(Range range) => Slice(
            range.Start is { IsFromEnd: true, Value: 0 } ? long.MaxValue : Position(range.Start),
            range.End is { IsFromEnd: true, Value: 0 } ? null : Position(range.End));

        public static TensorIndex Bool(bool value) => new() { Sort = Kind.Bool, Start = value ? 1 : 0 };

        public static TensorIndex Single(long? index) => new() { Sort = Kind.Single, Start = index };

        public static TensorIndex Tensor(torch.Tensor tensor) => new() { Sort = Kind.Tensor, Chosen = tensor };

        public static implicit operator TensorIndex(long value) => Single(value);

        public static implicit operator torch.Tensor(TensorIndex value) =>
            value.Chosen ?? throw new InvalidOperationException("this index is not a tensor: where an index tensor stands beside a slice, write TensorIndex.Tensor(...) for it.");

        public static implicit operator TensorIndex((int? start, int? end) range) => Slice(range);

        public static implicit operator TensorIndex(Range range) => Slice(range);

        /// <exception cref="ArgumentOutOfRangeException">The index is <c>^0</c>, behind the last element.</exception>
        public static implicit operator TensorIndex(Index index) => index is { IsFromEnd: true, Value: 0 }
            ? throw new ArgumentOutOfRangeException(nameof(index), "^0 lies behind the last element.")
            : Single(Position(index));

        private static long Position(Index index) => index.IsFromEnd ? -(long)index.Value : index.Value;
    }
}
