namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// A tensor over the array's own memory: what is written to one is seen in the other. On another device, and of
    /// <see cref="System.Numerics.Complex"/>, a copy.
    /// </summary>
    /// <exception cref="NotSupportedException">The array's elements are nothing that a tensor can hold.</exception>
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    /// <summary>Like <see cref="from_array(Array, Device?)"/>, but a copy where the dtype is another than the array's.</summary>
    public static Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false,
        string[]? names = null)
    {
        Names.Refuse(names);
        return Converted(PinnedArray.Share(rawArray, 0, Lengths(rawArray)), dtype, DeviceOrDefault(device), requires_grad);
    }

    /// <summary>A tensor of one dimension over the array's own memory. Of another dtype than the array's: a converted copy.</summary>
    /// <param name="count">How many elements; negative: all that follow the offset.</param>
    /// <param name="offset">The first element, counted in elements (as TorchSharp does; Python counts bytes).</param>
    public static Tensor frombuffer(Array rawArray, ScalarType dtype, long count = -1, long offset = 0, bool requires_grad = false)
    {
        if (offset < 0 || offset >= rawArray.LongLength)
            throw new ArgumentException($"offset {offset} lies outside the array, which has {rawArray.LongLength} elements.", nameof(offset));
        var rest = rawArray.LongLength - offset;
        if (count > rest)
            throw new IndexOutOfRangeException($"{count} elements were asked for; {rest} follow the offset.");
        return Converted(PinnedArray.Share(rawArray, offset, [count < 0 ? rest : count]), dtype, CPU, requires_grad);
    }
}
