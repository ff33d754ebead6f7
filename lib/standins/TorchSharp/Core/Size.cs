using System.Collections;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor's shape.</summary>
    public struct Size : IEnumerable<long>
    {
#pragma warning disable CA2211 // a field that could be assigned to, as in TorchSharp
        public static Size Empty = new();
#pragma warning restore CA2211

        private readonly long[]? _shape;

        public Size() => _shape = [];

        public Size(long[] shape)
        {
            ArgumentNullException.ThrowIfNull(shape);
            _shape = [.. shape];
        }

        public Size(IEnumerable<long> shape) => _shape = [.. shape];

        public Size(int[] shape) => _shape = Array.ConvertAll(shape, n => (long)n);

        public Size(long size) => _shape = [size];

        public Size((long, long) size) => _shape = [size.Item1, size.Item2];

        public Size((long, long, long) size) => _shape = [size.Item1, size.Item2, size.Item3];

        public Size((long, long, long, long) size) => _shape = [size.Item1, size.Item2, size.Item3, size.Item4];

        public Size((long, long, long, long, long) size) => _shape = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5];

        public Size((long, long, long, long, long, long) size) =>
            _shape = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5, size.Item6];

        public Size(int size) => _shape = [size];

        public Size((int, int) size) => _shape = [size.Item1, size.Item2];

        public Size((int, int, int) size) => _shape = [size.Item1, size.Item2, size.Item3];

        public Size((int, int, int, int) size) => _shape = [size.Item1, size.Item2, size.Item3, size.Item4];

        public Size((int, int, int, int, int) size) => _shape = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5];

        public Size((int, int, int, int, int, int) size) =>
            _shape = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5, size.Item6];

        /// <summary>No dimensions: the shape of a scalar.</summary>
        public bool IsEmpty => Length == 0;

        public bool IsScalar => Length == 0;

        public int Length => _shape?.Length ?? 0;

        public long[] Shape => _shape is null ? [] : [.. _shape];

        private ReadOnlySpan<long> Span => _shape;

        public long this[int idx] => Span[idx];

        public long this[long idx] => Span[checked((int)idx)];

        public static implicit operator Size(long size) => new(size);

        public static implicit operator Size((long, long) size) => new(size);

        public static implicit operator Size((long, long, long) size) => new(size);

        public static implicit operator Size((long, long, long, long) size) => new(size);

        public static implicit operator Size((long, long, long, long, long) size) => new(size);

        public static implicit operator Size((long, long, long, long, long, long) size) => new(size);

        public static implicit operator Size(long[] size) => new(size);

        /// <summary>The dimensions of one after those of the other.</summary>
        public static Size operator +(Size left, Size right) => new((long[])[.. left.Span, .. right.Span]);

        public static Size operator +(Size left, IEnumerable<long> right) => new((long[])[.. left.Span, .. right]);

        public static bool operator ==(Size left, Size right) => left.Span.SequenceEqual(right.Span);

        public static bool operator !=(Size left, Size right) => !(left == right);

        public override bool Equals(object? obj) => obj is Size other && this == other;

        /// <summary>The dimensions from <paramref name="first"/> up to, but without, <paramref name="next"/>.</summary>
        public Size Slice(int first, int next) => new(Span[first..next].ToArray());

        public override int GetHashCode()
        {
            var hash = new HashCode();
            foreach (var n in Span)
                hash.Add(n);
            return hash.ToHashCode();
        }

        /// <summary>How many elements a tensor of this shape has.</summary>
        public long numel()
        {
            var count = 1L;
            foreach (var n in Span)
                count = checked(count * n);
            return count;
        }

        public IEnumerable<long> Take(int i) => Span[..Math.Clamp(i, 0, Length)].ToArray();

        public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)(_shape ?? [])).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
